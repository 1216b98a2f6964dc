import type { Tx } from '@forewarn/db';
import { commit } from '../kernel/commit.ts';
import type { Context } from '../kernel/context.ts';
import { after } from '../kernel/time.ts';
import { mailQueue } from '../notifications/index.ts';
import type { Device } from './device.ts';
import { knowDevice } from './device-store.ts';
import type { GuardKey } from './guard-name.ts';
import { passGuard } from './guard-store.ts';
import type { Realm } from './model.ts';
import { queueNotice } from './notices.ts';
import type { Person } from './person.ts';
import { IDLE, SESSIONS_AT_MOST } from './session-rules.ts';
import { revokeSessions } from './session-store.ts';
import { insertToken } from './token-store.ts';

export interface NewSession {
  id: string;
  remember: boolean;
  now: Date;
  expires: Date;
  tokenHash: Buffer;
  device: Device;
  /** Which factor besides the password let them in. */
  factor: 'none' | 'totp' | 'recovery';
  /** Of the operator's own sign-in service, where that let them in. */
  remote?: { tokenEnc: Buffer; permissions: string[]; confirmed: Date };
}

export interface Opened {
  /** This person hasn't signed in from there before. */
  newDevice: boolean;
  /** Older sessions that had to end, because ten is enough (C-264). */
  ended: string[];
}

/**
 * Opens the session, clears the failures, makes the device known and tells the person by mail when it wasn't. Undefined when the lock
 * closed while the password was being checked.
 */
export function openSession(
  ctx: Context,
  guard: GuardKey,
  person: Person,
  session: NewSession,
): Promise<Opened | undefined> {
  const { id, remember, now, expires, tokenHash, device, factor, remote } = session;
  const { realm } = person;
  const ip = ctx.ip;
  const userAgent = ctx.userAgent.slice(0, 300);
  return commit(ctx, async (tx, emit) => {
    if (!(await passGuard(tx, guard, now))) return undefined;
    const before = await noteLogin(tx, realm, person.id, now);
    const times = { createdTime: now, lastSeenTime: now, expiresTime: expires };
    await tx
      .insertInto('sessions')
      .values({
        id,
        realm,
        subjectId: person.id,
        remember: remember ? 1 : 0,
        userAgent,
        ip,
        lastIp: ip,
        deviceHash: device.hash,
        ...times,
        ...(remote && {
          remoteTokenEnc: remote.tokenEnc,
          remotePermissions: JSON.stringify(remote.permissions),
          remoteAskedTime: remote.confirmed,
          remoteConfirmedTime: remote.confirmed,
        }),
      })
      .execute();
    await insertToken(tx, id, tokenHash, now, expires);
    const ended = await endSurplus(tx, person, now);
    const newDevice = await knowDevice(tx, person, { hash: device.hash, userAgent, ip, now });
    const where = { at: now, ip, userAgent, country: ctx.country ?? '' };
    const queue = mailQueue(ctx, tx, emit);
    if (newDevice && before !== null) await queueNotice(queue, ctx.ports, person, 'new-device', where);
    if (factor === 'recovery') await queueNotice(queue, ctx.ports, person, 'recovery-used', where);
    return { newDevice, ended };
  });
}

/** Of more than ten live sessions the ones that were used longest ago end. The person's row is locked by then: two sign-ins take turns. */
async function endSurplus(tx: Tx, { realm, id }: Person, now: Date): Promise<string[]> {
  const live = await tx
    .selectFrom('sessions')
    .select('id')
    .where('realm', '=', realm)
    .where('subjectId', '=', id)
    .where('revokedTime', 'is', null)
    .where('expiresTime', '>', now)
    .where('lastSeenTime', '>', after(now, -IDLE[realm]))
    .orderBy('lastSeenTime', 'desc')
    .orderBy('createdTime', 'desc')
    .execute();
  const surplus = live.slice(SESSIONS_AT_MOST).map((row) => row.id);
  await revokeSessions(tx, surplus, 'LIMIT', now);
  return surplus;
}

/** Answers when they signed in before. The merchant's last sign-in is that of any of its people. */
async function noteLogin(tx: Tx, realm: Realm, subjectId: number, now: Date): Promise<Date | null> {
  const table = realm === 'staff' ? 'staffUsers' : 'merchantUsers';
  const before = await tx
    .selectFrom(table)
    .select('lastLoginTime')
    .where('id', '=', subjectId)
    .forUpdate()
    .executeTakeFirst();
  await tx.updateTable(table).set({ lastLoginTime: now }).where('id', '=', subjectId).execute();
  if (realm === 'merchant')
    await tx
      .updateTable('merchants')
      .set({ lastLoginTime: now })
      .where('id', '=', (eb) => eb.selectFrom('merchantUsers').select('merchantId').where('id', '=', subjectId))
      .execute();
  return before?.lastLoginTime ?? null;
}
