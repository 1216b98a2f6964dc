import { isDuplicateKey } from '@forewarn/db';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import type { Page } from '../kernel/page.ts';
import { toPage } from '../kernel/page.ts';
import type { CredentialKind, InterfaceCallListInput } from './model.ts';

type Reads = Pick<Context, 'db'>;

export function credentialRows({ db }: Reads) {
  return db.selectFrom('providerCredentials').selectAll().orderBy('kind').orderBy('id', 'desc').execute();
}

/** What may verify or sign at that moment, newest first; what ended long ago isn't read. */
export function liveCredentialRows({ db }: Reads, now: Date) {
  return db
    .selectFrom('providerCredentials')
    .select(['id', 'kind', 'keyId', 'valueEnc', 'activeFrom', 'activeUntil'])
    .where((eb) => eb.or([eb('activeUntil', 'is', null), eb('activeUntil', '>', now)]))
    .orderBy('id', 'desc')
    .execute();
}

export interface NewCredential {
  kind: CredentialKind;
  keyId: string;
  valueEnc: Buffer;
  hint: string;
  createdBy: string;
  now: Date;
  /** When the ones before it stop being valid. */
  formerUntil: Date;
}

/**
 * Changes of credentials run one after the other: the caller's transaction holds this row until it ends. Locking the credentials
 * themselves wouldn't do: READ COMMITTED lets an update pass over a row that another transaction has just inserted.
 */
export async function lockCredentials({ db }: Reads, now: Date): Promise<void> {
  const name = 'credentials.lock';
  const lock = () => db.selectFrom('settings').select('name').where('name', '=', name).forUpdate().executeTakeFirst();
  if (await lock()) return;
  try {
    await db.insertInto('settings').values({ name, value: 'null', updatedBy: 'system', updatedTime: now }).execute();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    await lock();
  }
}

/** Call {@link lockCredentials} first. */
export async function insertCredential({ db }: Reads, credential: NewCredential): Promise<number> {
  const { kind, keyId, valueEnc, hint, createdBy, now, formerUntil } = credential;
  const { insertId } = await db
    .insertInto('providerCredentials')
    .values({ kind, keyId, valueEnc, hint, createdBy, activeFrom: now, createdTime: now })
    .executeTakeFirstOrThrow();
  await db
    .updateTable('providerCredentials')
    .set({ activeUntil: formerUntil })
    .where('kind', '=', kind)
    .where('activeUntil', 'is', null)
    .where('id', '<>', Number(insertId))
    .execute();
  return Number(insertId);
}

export async function touchCredential({ db }: Reads, keyId: string, now: Date): Promise<void> {
  await db.updateTable('providerCredentials').set({ lastUsedTime: now }).where('keyId', '=', keyId).execute();
}

export interface InterfaceCallRow {
  atTime: Date;
  direction: 'IN' | 'OUT';
  operation: string;
  method: string;
  url: string;
  status: number | null;
  outcome: string;
  durationMs: number;
  attempt: number;
  request: string | null;
  response: string | null;
  error: string | null;
  requestId: string;
  subject: string;
}

export async function insertCalls({ db }: Reads, rows: InterfaceCallRow[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('interfaceCalls').values(rows).execute();
}

const CALL_COLUMNS = [
  'id',
  'atTime',
  'direction',
  'operation',
  'method',
  'url',
  'status',
  'outcome',
  'durationMs',
  'attempt',
  'error',
  'requestId',
  'subject',
] as const;

export async function callPage({ db }: Reads, input: z.output<typeof InterfaceCallListInput>) {
  const { count, rows } = callQueries(db, input);
  return page(input, count.executeTakeFirstOrThrow(), rows.execute());
}

/** Exported for the EXPLAIN test. */
export function callQueries(db: Reads['db'], input: z.output<typeof InterfaceCallListInput>) {
  let rows = db.selectFrom('interfaceCalls');
  if (input.operation) rows = rows.where('operation', '=', input.operation);
  if (input.subject) rows = rows.where('subject', '=', input.subject);
  if (input.failedOnly) rows = rows.where('outcome', '<>', 'DONE');
  if (input.from) rows = rows.where('atTime', '>=', new Date(input.from));
  if (input.to) rows = rows.where('atTime', '<', new Date(input.to));
  return {
    count: rows.select((eb) => eb.fn.countAll<number>().as('n')),
    rows: rows
      .select(CALL_COLUMNS)
      .orderBy('atTime', 'desc')
      .orderBy('id', 'desc')
      .limit(input.size)
      .offset((input.page - 1) * input.size),
  };
}

export function callById({ db }: Reads, id: number) {
  return db.selectFrom('interfaceCalls').selectAll().where('id', '=', id).executeTakeFirst();
}

async function page<T>(
  input: { page: number; size: number },
  count: Promise<{ n: number }>,
  rows: Promise<T[]>,
): Promise<Page<T>> {
  const [{ n }, records] = await Promise.all([count, rows]);
  return toPage(input, Number(n), records);
}
