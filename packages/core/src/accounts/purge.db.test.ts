import { randomBytes } from 'node:crypto';
import { createTestDatabase, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { after, DAY } from '../kernel/time.ts';
import { testCore } from '../testing/index.ts';
import { purgeSignIns } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const staff = { realm: 'staff' as const, subjectId: 1 };

function setUp() {
  const core = testCore({ db: database.db });
  const { db } = core;
  const now = core.now();
  const link = (expired: number) => ({
    ...staff,
    tokenHash: randomBytes(32),
    purpose: 'RESET' as const,
    createdTime: after(now, -(expired + 1) * DAY),
    expiresTime: after(now, -expired * DAY),
  });
  const device = (unseen: number) => ({
    ...staff,
    deviceHash: randomBytes(32),
    createdTime: after(now, -500 * DAY),
    lastSeenTime: after(now, -unseen * DAY),
  });
  return { db, now, link, device };
}

describe('C-155 what nobody can use any more is forgotten', () => {
  it('links 30 days after they expired, devices not seen for 180 days; a second run finds nothing', async () => {
    const { db, now, link, device } = setUp();
    const [keptLink, keptDevice] = [link(29), device(179)];
    await db
      .insertInto('actionLinks')
      .values([keptLink, link(31), link(400)])
      .execute();
    await db
      .insertInto('knownDevices')
      .values([keptDevice, device(181)])
      .execute();
    expect(await purgeSignIns(db, now)).toBe(3);
    expect(await purgeSignIns(db, now)).toBe(0);
    const links = await db.selectFrom('actionLinks').select('tokenHash').execute();
    const devices = await db.selectFrom('knownDevices').select('deviceHash').execute();
    expect(links).toEqual([{ tokenHash: keptLink.tokenHash }]);
    expect(devices).toEqual([{ deviceHash: keptDevice.deviceHash }]);
  });

  it('reads what goes, not what stays', async () => {
    const { db, now, link, device } = setUp();
    await db
      .insertInto('actionLinks')
      .values(Array.from({ length: 1000 }, () => link(0)))
      .execute();
    await db
      .insertInto('knownDevices')
      .values(Array.from({ length: 1000 }, () => device(1)))
      .execute();
    expect(await rowsRead(db, (connection) => purgeSignIns(connection, now))).toBeLessThan(50);
  });
});
