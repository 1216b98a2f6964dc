import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { after, HOUR } from '../kernel/time.ts';
import { closeLink, findLink, insertLink, lockLink } from './link-store.ts';
import type { LinkPurpose, Realm } from './model.ts';

/** What a link in a mail does once, for whom. `data` is what it carries (the address to confirm); sealed at rest. */
export interface NewLink {
  purpose: LinkPurpose;
  realm: Realm;
  subjectId: number;
  data?: Record<string, string>;
}

/** three days; resetting a password, whose link opens an account that is in use, one hour. */
export const LINK_LIFETIME: Record<LinkPurpose, number> = {
  ACTIVATE: 72 * HOUR,
  RESET: HOUR,
  INVITE: 72 * HOUR,
  EMAIL: 72 * HOUR,
};

export interface Link {
  realm: Realm;
  subjectId: number;
  data: Record<string, string>;
}

type Links = Pick<Context, 'db' | 'ports' | 'now'>;

/**
 * Makes a link's token (256 random bits, its hash alone is stored) and ends those made before it for the same purpose.
 * The token belongs into a mail's `secret`, nowhere else.
 */
export async function createLink(ctx: Links, { purpose, realm, subjectId, data }: NewLink): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const tokenHash = hashLink(token);
  const now = ctx.now();
  await insertLink(ctx, {
    tokenHash,
    purpose,
    realm,
    subjectId,
    dataEnc: data ? ctx.ports.cipher.seal(JSON.stringify(data), linkPlace(tokenHash)) : null,
    createdTime: now,
    expiresTime: after(now, LINK_LIFETIME[purpose]),
  });
  return token;
}

/** Uses a link up, in the caller's transaction. Errors: `LINK_INVALID` (forged, cut off, or replaced by a newer one), `LINK_USED`, `LINK_EXPIRED`. */
export async function redeemLink(ctx: Links, token: string, purpose: LinkPurpose): Promise<Link> {
  const tokenHash = hashLink(token);
  const row = await lockLink(ctx, tokenHash);
  const link = judge(ctx, row, purpose);
  await closeLink(ctx, tokenHash, ctx.now());
  return link;
}

/** The same judgement without using it up: what a page shows before its form. */
export async function readLink(ctx: Links, token: string, purpose: LinkPurpose): Promise<Link> {
  return judge(ctx, await findLink(ctx, hashLink(token)), purpose);
}

function judge(ctx: Links, row: Awaited<ReturnType<typeof findLink>>, purpose: LinkPurpose): Link {
  if (!row || row.purpose !== purpose || row.replacedTime !== null) throw appError('LINK_INVALID');
  if (row.usedTime !== null) throw appError('LINK_USED');
  if (row.expiresTime <= ctx.now()) throw appError('LINK_EXPIRED');
  const data = row.dataEnc ? ctx.ports.cipher.open(row.dataEnc, linkPlace(row.tokenHash)).toString('utf8') : '{}';
  return { realm: row.realm, subjectId: row.subjectId, data: JSON.parse(data) as Record<string, string> };
}

export function hashLink(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function linkPlace(tokenHash: Buffer): string {
  return `action_links.data.${tokenHash.toString('hex')}`;
}
