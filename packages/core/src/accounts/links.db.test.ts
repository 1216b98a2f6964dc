import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR } from '../kernel/time.ts';
import { testCore, unique } from '../testing/index.ts';
import { createLink, readLink, redeemLink } from './links.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

let subjects = 0;
function setUp() {
  const core = testCore({ db: database.db });
  subjects += 1;
  const link = { purpose: 'ACTIVATE', realm: 'merchant', subjectId: subjects } as const;
  return { core, link };
}

describe('A-037 a link in a mail', () => {
  it('works once', async () => {
    const { core, link } = setUp();
    const token = await createLink(core, { ...link, data: { email: 'new@example.test' } });
    await expect(readLink(core, token, 'ACTIVATE')).resolves.toMatchObject({ subjectId: link.subjectId });
    await expect(redeemLink(core, token, 'ACTIVATE')).resolves.toEqual({
      realm: 'merchant',
      subjectId: link.subjectId,
      data: { email: 'new@example.test' },
    });
    await expect(redeemLink(core, token, 'ACTIVATE')).rejects.toMatchObject({ code: 'LINK_USED' });
  });

  it('expires after 72 hours', async () => {
    const { core, link } = setUp();
    const token = await createLink(core, link);
    core.clock.advance(72 * HOUR - 1);
    await readLink(core, token, 'ACTIVATE');
    core.clock.advance(1);
    await expect(redeemLink(core, token, 'ACTIVATE')).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
  });

  it('is refused when it is forged, made for something else, or replaced by a newer one', async () => {
    const { core, link } = setUp();
    const invalid = { code: 'LINK_INVALID' };
    const older = await createLink(core, link);
    const newer = await createLink(core, link);
    await expect(redeemLink(core, older, 'ACTIVATE')).rejects.toMatchObject(invalid);
    await expect(redeemLink(core, newer, 'RESET')).rejects.toMatchObject(invalid);
    await expect(redeemLink(core, `${newer.slice(0, -1)}_`, 'ACTIVATE')).rejects.toMatchObject(invalid);
    await expect(redeemLink(core, '', 'ACTIVATE')).rejects.toMatchObject(invalid);
    await redeemLink(core, newer, 'ACTIVATE');
  });

  it('stands in the database as a hash alone, and what it carries is sealed', async () => {
    const { core, link } = setUp();
    const secret = `${unique()}@example.test`;
    const token = await createLink(core, { ...link, data: { email: secret } });
    const rows = await core.db.selectFrom('actionLinks').selectAll().execute();
    for (const bytes of rows.flatMap((row) => [row.tokenHash, row.dataEnc]))
      expect(bytes?.includes(token) || bytes?.includes(secret) || false).toBe(false);
  });
});
