import { systemActor } from '@forewarn/core/kernel/actor';
import { execute } from '@forewarn/core/kernel/execute';
import { DAY, HOUR } from '@forewarn/core/kernel/time';
import { updateCredential } from '@forewarn/core/platform';
import { testCaller, testClock, testCore } from '@forewarn/core/testing';
import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signingSecrets } from './signing-secrets.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
beforeEach(() => database.db.deleteFrom('providerCredentials').execute());
afterAll(() => database.drop());

function setUp() {
  const clock = testClock();
  const core = testCore({ db: database.db, clock });
  const enter = (kind: 'SIGN_KEY' | 'WEBHOOK_SECRET', value: string) =>
    execute(core, { ...testCaller(), actor: systemActor('test') }, updateCredential, { kind, value });
  const valid = async () => (await signingSecrets(core)).map(({ secret }) => secret);
  return { clock, enter, valid };
}

describe('A-352 which secret signs a push', () => {
  it('SignKey while there is no WebhookSecret', async () => {
    const { enter, valid } = setUp();
    await enter('SIGN_KEY', 'sign-key-1');
    expect(await valid()).toEqual(['sign-key-1']);
  });

  it('WebhookSecret alone when both were entered together', async () => {
    const { enter, valid } = setUp();
    await enter('SIGN_KEY', 'sign-key-1');
    await enter('WEBHOOK_SECRET', 'webhook-1');
    expect(await valid()).toEqual(['webhook-1']);
  });

  it('both for a week when a WebhookSecret takes over from a SignKey in use', async () => {
    const { clock, enter, valid } = setUp();
    await enter('SIGN_KEY', 'sign-key-1');
    clock.advance(3 * DAY);
    await enter('WEBHOOK_SECRET', 'webhook-1');
    expect(await valid()).toEqual(['webhook-1', 'sign-key-1']);
    clock.advance(7 * DAY + HOUR);
    expect(await valid()).toEqual(['webhook-1']);
  });
});
