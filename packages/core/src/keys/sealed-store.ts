import type { DB, Db, Tx } from '@forewarn/db';
import { type Selectable, sql } from 'kysely';
import { linkPlace, remoteTokenPlace, totpPlace } from '../accounts/index.ts';
import { notePlace } from '../alert-notes/index.ts';
import {
  bodyPlace as answerBodyPlace,
  detailsPlace,
  draftPlace,
  feedbackPlace,
  revisionPlace,
} from '../alerts/index.ts';
import { rowPlace, sheetPlace } from '../card-imports/index.ts';
import { channelFactsPlace, channelSecretPlace, webhookPlace } from '../channels/index.ts';
import { bodyPlace as deliveryBodyPlace } from '../deliveries/index.ts';
import { inboxFactsPlace } from '../inbox/index.ts';
import { outputPlace } from '../kernel/idempotency.ts';
import { senderSecretPlace } from '../mail-senders/index.ts';
import { paramsPlace, secretPlace } from '../notifications/index.ts';
import { credentialPlace } from '../platform/index.ts';
import { SEALED_HEAD } from '../ports/cipher.ts';
import { snippetPlace } from '../snippets/index.ts';

type Executor = Db | Tx;
export type KeyCell = string | number | Buffer;
/** A row's primary key, in the order of its columns. */
export type RowKey = readonly KeyCell[];

/** A column of sealed values: where it is, how its rows are walked, and what each value is bound to. */
export interface SealedColumn {
  table: keyof DB;
  column: string;
  /** The primary key's columns, in order. */
  key: readonly string[];
  /** Other columns the place is made of. */
  needs: readonly string[];
  /** The AAD: the same text with which the value was sealed. */
  place(row: Record<string, unknown>): string;
}

/** Keeps table, columns and the place's row together for the compiler. */
function sealed<
  T extends keyof DB,
  K extends keyof Selectable<DB[T]> & string,
  N extends keyof Selectable<DB[T]> & string,
>(
  table: T,
  column: keyof DB[T] & `${string}Enc`,
  { key, needs, place }: { key: readonly K[]; needs: readonly N[]; place(row: Pick<Selectable<DB[T]>, K | N>): string },
): SealedColumn {
  return { table, column, key, needs, place };
}

/**
 * Every sealed column there is; evidence files are beside it in {@link ./parts.ts}. One that is missing here would be left behind by a
 * rotation and lost with the old key, so a test compares this list with the schema.
 */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  sealed('providerCredentials', 'valueEnc', {
    key: ['id'],
    needs: ['keyId'],
    place: (row) => credentialPlace(row.keyId),
  }),
  sealed('providerDeliveries', 'bodyEnc', {
    key: ['id'],
    needs: ['bodySha256'],
    place: (row) => deliveryBodyPlace(row.bodySha256),
  }),
  sealed('chargebackAlerts', 'detailsEnc', {
    key: ['id'],
    needs: ['alertId'],
    place: (row) => detailsPlace(row.alertId),
  }),
  sealed('alertRevisions', 'previousEnc', {
    key: ['id'],
    needs: ['deliveryId'],
    place: (row) => revisionPlace(row.deliveryId),
  }),
  sealed('alertFeedbacks', 'contentEnc', {
    key: ['id'],
    needs: ['idempotencyKey'],
    place: (row) => feedbackPlace(row.idempotencyKey),
  }),
  sealed('alertFeedbacks', 'bodyEnc', {
    key: ['id'],
    needs: ['idempotencyKey'],
    place: (row) => answerBodyPlace(row.idempotencyKey),
  }),
  sealed('answerDrafts', 'contentEnc', {
    key: ['alertRef', 'merchantId'],
    needs: [],
    place: (row) => draftPlace(row.alertRef, row.merchantId),
  }),
  sealed('answerSnippets', 'textEnc', { key: ['id'], needs: [], place: (row) => snippetPlace(row.id) }),
  sealed('alertNotes', 'textEnc', {
    key: ['id'],
    needs: ['noteRef'],
    place: (row) => notePlace(row.noteRef),
  }),
  sealed('emailMessages', 'paramsEnc', {
    key: ['id'],
    needs: ['messageId'],
    place: (row) => paramsPlace(row.messageId),
  }),
  sealed('emailMessages', 'secretEnc', {
    key: ['id'],
    needs: ['messageId'],
    place: (row) => secretPlace(row.messageId),
  }),
  sealed('mailSenders', 'secretEnc', {
    key: ['id'],
    needs: ['secretKey'],
    place: (row) => senderSecretPlace(row.secretKey),
  }),
  sealed('actionLinks', 'dataEnc', {
    key: ['tokenHash'],
    needs: [],
    place: (row) => linkPlace(row.tokenHash),
  }),
  sealed('cardImports', 'sheetEnc', { key: ['id'], needs: [], place: (row) => sheetPlace(row.id) }),
  sealed('cardImportRows', 'cellsEnc', {
    key: ['importId', 'line'],
    needs: [],
    place: (row) => rowPlace(row.importId, row.line),
  }),
  sealed('merchantUsers', 'totpSecretEnc', {
    key: ['id'],
    needs: [],
    place: (row) => totpPlace({ realm: 'merchant', id: row.id }),
  }),
  sealed('staffUsers', 'totpSecretEnc', {
    key: ['id'],
    needs: [],
    place: (row) => totpPlace({ realm: 'staff', id: row.id }),
  }),
  sealed('merchantChannels', 'webhookEnc', {
    key: ['id'],
    needs: ['channelRef'],
    place: (row) => webhookPlace(row.channelRef),
  }),
  sealed('merchantChannels', 'secretEnc', {
    key: ['id'],
    needs: ['channelRef'],
    place: (row) => channelSecretPlace(row.channelRef),
  }),
  sealed('channelMessages', 'factsEnc', {
    key: ['id'],
    needs: ['channelId', 'kind', 'messageKey'],
    place: channelFactsPlace,
  }),
  sealed('inboxMessages', 'factsEnc', {
    key: ['id'],
    needs: ['merchantId', 'kind', 'messageKey'],
    place: inboxFactsPlace,
  }),
  sealed('sessions', 'remoteTokenEnc', {
    key: ['id'],
    needs: [],
    place: (row) => remoteTokenPlace(row.id),
  }),
  sealed('idempotencyKeys', 'outputEnc', {
    key: ['scope', 'idempotencyKey'],
    needs: [],
    place: (row) => outputPlace(row.scope, row.idempotencyKey.toString('ascii')),
  }),
];

/** `provider_deliveries.body_enc`, as status and progress name it. */
export function nameOf({ table, column }: Pick<SealedColumn, 'table' | 'column'>): string {
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return `${snake(table)}.${snake(column)}`;
}

const cells = (key: readonly string[], row: Record<string, unknown>) => key.map((name) => row[name] as KeyCell);

/** The next rows after a key, with the beginning of each sealed value: enough to tell its key, whatever the value's size. */
export async function sealedHeads(db: Executor, { table, column, key }: SealedColumn, after: RowKey | null, n: number) {
  const names = sql.join(key.map((name) => sql.ref(name)));
  const beyond = after ? sql`WHERE ${isBeyond(key, after)}` : sql``;
  const { rows } = await sql<Record<string, unknown>>`
    SELECT ${names}, SUBSTRING(${sql.ref(column)}, 1, ${sql.lit(SEALED_HEAD)}) AS head
    FROM ${sql.table(table)} ${beyond} ORDER BY ${names} LIMIT ${sql.lit(n)}`.execute(db);
  return rows.map((row) => ({ key: cells(key, row), head: row.head as Buffer | null }));
}

/** Spelled out as ranges: neither database uses an index for `(a, b) > (x, y)`. */
function isBeyond([name, ...names]: readonly string[], [value, ...values]: RowKey): ReturnType<typeof sql> {
  if (name === undefined || value === undefined) return sql`1 = 0`;
  const past = sql`${sql.ref(name)} > ${value}`;
  return names.length === 0 ? past : sql`(${past} OR (${sql.ref(name)} = ${value} AND ${isBeyond(names, values)}))`;
}

function isRow(names: readonly string[], key: RowKey) {
  return sql.join(
    names.map((name, index) => sql`${sql.ref(name)} = ${key[index]}`),
    sql` AND `,
  );
}

/** One whole sealed value with its place; undefined when the row or the value is gone. */
export async function sealedValue(db: Executor, spec: SealedColumn, key: RowKey) {
  const { table, column } = spec;
  const names = sql.join([...new Set([...spec.key, ...spec.needs, column])].map((name) => sql.ref(name)));
  const { rows } = await sql<Record<string, unknown>>`
    SELECT ${names} FROM ${sql.table(table)} WHERE ${isRow(spec.key, key)}`.execute(db);
  const [row] = rows;
  const value = row?.[column] as Buffer | null | undefined;
  return row && value ? { value, place: spec.place(row) } : undefined;
}

/** Puts `next` where `former` still is; false when somebody has written there meanwhile. */
export async function swapSealed(
  db: Executor,
  { table, column, key: names }: SealedColumn,
  key: RowKey,
  former: Buffer,
  next: Buffer,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${next}
    WHERE ${isRow(names, key)} AND ${sql.ref(column)} = ${former}`.execute(db);
  return numAffectedRows === 1n;
}

export async function evidenceFiles(db: Executor, after: string, n: number) {
  return db
    .selectFrom('alertEvidence')
    .select(['id', 'storageKey'])
    .where('id', '>', after)
    .where('removedTime', 'is', null)
    .orderBy('id')
    .limit(n)
    .execute();
}

export async function evidenceFile(db: Executor, id: string) {
  return db
    .selectFrom('alertEvidence')
    .select(['id', 'storageKey'])
    .where('id', '=', id)
    .where('removedTime', 'is', null)
    .executeTakeFirst();
}
