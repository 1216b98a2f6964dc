import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { SECOND } from '../kernel/time.ts';
import { mailParams } from '../notifications/index.ts';
import { buildMerchant, testCaller, testCore } from '../testing/index.ts';
import { login, refresh } from './index.ts';
import { GRACE } from './session-rules.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

async function signIn() {
  const core = testCore({ db: database.db });
  const merchant = await buildMerchant(core.db, { passwordHash: await core.ports.passwords.hash('right-1234') });
  const { refreshToken } = await execute(core, testCaller(), login, {
    account: merchant.email,
    password: 'right-1234',
  });
  const renew = (token: string) =>
    execute(core, testCaller(undefined, { ip: '203.0.113.7' }), refresh, { refreshToken: token });
  return { core, merchant, refreshToken, renew };
}

/** What should come of a token: the rule in its shortest form, apart from the database. */
interface Token {
  value: string;
  usedAt: number | undefined;
}

describe('C-251 A-302 families of refresh tokens', () => {
  it('C-251 in any order of uses and waits: one line goes on, a late reuse ends all of it, and nothing revives it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ pick: fc.nat(20), wait: fc.integer({ min: 0, max: 12 }) }), {
          minLength: 1,
          maxLength: 12,
        }),
        async (steps) => {
          const { core, refreshToken, renew } = await signIn();
          const tokens: Token[] = [{ value: refreshToken, usedAt: undefined }];
          let alive = true;
          for (const { pick, wait } of steps) {
            core.clock.advance(wait * SECOND);
            const now = core.now().getTime();
            const token = tokens[pick % tokens.length];
            if (!token) throw new Error('there is always one');
            const late = token.usedAt !== undefined && now - token.usedAt > GRACE;
            if (late) alive = false;
            const result = await renew(token.value).catch((error: { code: string }) => error.code);
            if (!alive) {
              expect(result).toBe('SESSION_ENDED');
              continue;
            }
            if (typeof result === 'string') throw new Error(`refused a good token: ${result}`);
            // A first use uses up every other token nobody has presented.
            if (token.usedAt === undefined) for (const one of tokens) one.usedAt ??= now;
            tokens.push({ value: result.refreshToken, usedAt: undefined });
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('C-251 A-308 a reuse is told to the owner by mail, and to those who watch, once', async () => {
    const { core, merchant, refreshToken, renew } = await signIn();
    const next = await renew(refreshToken);
    core.clock.advance(GRACE + 1);
    for (let i = 0; i < 3; i++) await renew(refreshToken).catch(() => undefined);
    await expect(renew(next.refreshToken)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    const mails = await core.db
      .selectFrom('emailMessages')
      .select(['kind', 'messageId', 'params', 'paramsEnc', 'secretEnc'])
      .where('recipient', '=', merchant.email)
      .execute();
    expect(mails.map(({ kind }) => kind)).toEqual(['account.reuse']);
    expect(mails[0] && mailParams(core.ports.cipher, mails[0])).toMatchObject({ where: '203.0.113.7' });
    const events = await core.db
      .selectFrom('securityEvents')
      .select(['kind', 'severity', 'merchantId'])
      .where('subjectId', '=', merchant.userId)
      .where('kind', '=', 'TOKEN_REUSE')
      .execute();
    expect(events).toEqual([{ kind: 'TOKEN_REUSE', severity: 'CRITICAL', merchantId: merchant.id }]);
  });
});
