import { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { iso } from '../kernel/time.ts';
import { CREDENTIAL_KINDS, type CredentialKind, CredentialUpdate } from './model.ts';

const FORMAT = 'forewarn-credentials';
const VERSION = 1;

/** What stands in the file; all but the values is readable, and none of it can be changed unseen. */
const BackupFile = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  createdTime: z.iso.datetime(),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    N: z.number().int().positive(),
    r: z.number().int().positive(),
    p: z.number().int().positive(),
    salt: z.string(),
  }),
  cipher: z.literal('aes-256-gcm'),
  iv: z.string(),
  data: z.string(),
});

/** What is locked in it: each kind once at most, and what {@link CredentialUpdate} would take. */
const Contents = z
  .array(CredentialUpdate)
  .min(1)
  .max(CREDENTIAL_KINDS.length)
  .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length);

const factsOf = (createdTime: string) => `${FORMAT} ${VERSION} ${createdTime}`;

export async function sealBackup(
  { ports, now }: Pick<Context, 'ports' | 'now'>,
  credentials: readonly { kind: CredentialKind; value: string }[],
  passphrase: string,
): Promise<string> {
  const createdTime = iso(now());
  const box = await ports.passphrases.seal(JSON.stringify(credentials), passphrase, factsOf(createdTime));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, createdTime, ...box }, null, 2)}\n`;
}

/** Errors: `CREDENTIAL_BACKUP_UNREADABLE` (no such file, damaged or changed, or another passphrase). */
export async function openBackup(
  { ports }: Pick<Context, 'ports'>,
  content: string,
  passphrase: string,
): Promise<{ createdTime: string; credentials: z.output<typeof Contents> }> {
  const file = BackupFile.safeParse(parsed(content));
  if (!file.success) throw appError('CREDENTIAL_BACKUP_UNREADABLE');
  const { format: _format, version: _version, createdTime, ...box } = file.data;
  const plain = await ports.passphrases.open(box, passphrase, factsOf(createdTime));
  const credentials = Contents.safeParse(plain === undefined ? undefined : parsed(plain));
  if (!credentials.success) throw appError('CREDENTIAL_BACKUP_UNREADABLE');
  return { createdTime, credentials: credentials.data };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
