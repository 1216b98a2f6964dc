import { isDuplicateKey, type Tx } from '@forewarn/db';
import type { Context } from '../kernel/context.ts';
import type { RemoteUser } from '../ports/staff-sign-in.ts';
import { emailOf, normalizeUsername, placeholderEmail } from './remote-rules.ts';

type Reads = Pick<Context, 'db'>;

/** Who signed in under this name last. */
export async function staffNamed({ db }: Reads, username: string): Promise<number | undefined> {
  const row = await db.selectFrom('staffUsers').select('id').where('username', '=', username).executeTakeFirst();
  return row?.id;
}

/**
 * The row that stands for somebody of the service: made at the first sign-in, name and roles as the service says at each. Status and
 * team are ours. An address that is another account's stays that one's. Answers the row's number and what was there before.
 */
export async function keepShadow(tx: Tx, user: RemoteUser, roles: readonly string[], now: Date) {
  const username = normalizeUsername(user.username);
  // A name that has passed on to somebody else.
  await tx
    .updateTable('staffUsers')
    .set({ username: null })
    .where('username', '=', username)
    .where((eb) => eb.or([eb('externalId', '<>', user.id), eb('externalId', 'is', null)]))
    .execute();
  const facts = { name: user.name.slice(0, 100), roles: roles.join(','), username };
  const before = await tx
    .selectFrom('staffUsers')
    .select(['id', 'name', 'roles', 'username'])
    .where('externalId', '=', user.id)
    .forUpdate()
    .executeTakeFirst();
  if (before) {
    const changed = before.name !== facts.name || before.roles !== facts.roles || before.username !== username;
    if (changed)
      await tx
        .updateTable('staffUsers')
        .set((eb) => ({ ...facts, updatedTime: now, version: eb('version', '+', 1) }))
        .where('id', '=', before.id)
        .execute();
    return { id: before.id, before };
  }
  return { id: await insertShadow(tx, user, facts, now), before: undefined };
}

async function insertShadow(
  tx: Tx,
  user: RemoteUser,
  facts: { name: string; roles: string; username: string },
  now: Date,
): Promise<number> {
  const email = emailOf(user);
  const taken = await tx.selectFrom('staffUsers').select('id').where('email', '=', email).executeTakeFirst();
  const row = {
    ...facts,
    externalId: user.id,
    email: taken ? placeholderEmail(user) : email,
    createdBy: 'system:sign-in-service',
    createdTime: now,
    updatedTime: now,
  };
  try {
    const { insertId } = await tx.insertInto('staffUsers').values(row).executeTakeFirstOrThrow();
    return Number(insertId);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  // Two sign-ins of somebody new at the same moment: the other one has made the row.
  const { id } = await tx
    .selectFrom('staffUsers')
    .select('id')
    .where('externalId', '=', user.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return id;
}

export function remoteTokenPlace(sessionId: string): string {
  return `sessions.remote_token_enc.${sessionId}`;
}

/** Takes the turn to ask the service about a session; false when another request or process has taken it. */
export async function takeTurn({ db }: Reads, sessionId: string, asked: Date | null, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('sessions')
    .set({ remoteAskedTime: now })
    .where('id', '=', sessionId)
    .where('remoteAskedTime', asked === null ? 'is' : '=', asked)
    .where('revokedTime', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function noteConfirmed(
  { db }: Reads,
  sessionId: string,
  permissions: readonly string[],
  now: Date,
): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ remoteConfirmedTime: now, remotePermissions: JSON.stringify(permissions) })
    .where('id', '=', sessionId)
    .where('revokedTime', 'is', null)
    .execute();
}

export function readPermissions(text: string | null): string[] | null {
  if (text === null) return null;
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : null;
}
