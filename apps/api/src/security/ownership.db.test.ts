import { MERCHANT_ROLES, STAFF_ROLES } from '@forewarn/core/kernel/access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonSchema, membersOf } from '../rest/json-schema.ts';
import { everyEntry, sampleInput } from './attack-surface.ts';
import { type AttackedSystem, CANARY, knownValues, startAttackedSystem } from './attacked-system.ts';

let system: AttackedSystem;
let before: unknown;
beforeAll(async () => {
  system = await startAttackedSystem();
  before = await system.state();
});
afterAll(() => system.stop());

const merchants = everyEntry().filter(({ by, takesFile }) => by === 'merchant' && !takesFile);
const byId = merchants.filter(({ fields }) => fields.includes('id'));

describe('IDOR: another merchant’s ids on every route and procedure', () => {
  it('finds them', () => {
    expect(byId.length).toBeGreaterThanOrEqual(12);
  });

  it.each(byId.map((entry) => [entry.title, entry] as const))('404: %s', async (_, entry) => {
    const { victim } = system;
    const send = await system.sender(entry);
    const known = { ...knownValues(entry, victim, victim.account.id), action: 'IGNORE', refundAmount: undefined };
    const values = sampleInput(entry.operation, known);
    if (entry.operation.name === 'alerts.process') for (const name of ['refundAmount', 'evidence']) delete values[name];
    const { status, text } = await send(values);
    expect([status, text.includes(CANARY)], text.slice(0, 300)).toEqual([404, false]);
  });

  it('evidence: neither to another’s alert nor from it', async () => {
    const { victim } = system;
    const token = await (await system.merchant()).token();
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array([0x25, 0x50, 0x44, 0x46])]), 'a.pdf');
    const path = `/api/v1/alerts/${victim.alertId}/evidence`;
    expect((await system.client.call('POST', path, { token, body })).status).toBe(404);
    const file = `${path}/${crypto.randomUUID()}`;
    for (const method of ['GET', 'DELETE'])
      expect((await system.client.call(method, file, { token })).status).toBe(404);
  });

  it('an export by another’s ids is empty', async () => {
    const { victim } = system;
    const token = await (await system.merchant()).token();
    const { status, text } = await system.client.call('POST', '/api/v1/alerts/export', {
      token,
      body: { ids: [victim.alertId] },
    });
    expect([status, text.includes(CANARY)]).toEqual([200, false]);
    expect(JSON.parse(text).data.rows).toBe(0);
  });
});

/** What must never come from outside: whose it is, what state it is in, who did it. */
const SMUGGLED: Record<string, unknown> = {
  merchantId: 1,
  merchant_id: 1,
  ownerId: 1,
  userId: 1,
  role: 'SYSTEM_ADMIN',
  roles: [...MERCHANT_ROLES, ...STAFF_ROLES],
  permissions: ['credential:update'],
  isAdmin: true,
  scope: 'all',
  status: 'CLOSED',
  passwordHash: '!',
  createdTime: '2000-01-01T00:00:00Z',
  matchStatus: 'MATCHED',
  feedbackStatus: 'ACCEPTED',
  holdReason: null,
  registerTime: '2000-01-01T00:00:00Z',
};

describe('mass assignment', () => {
  it.each(everyEntry().map((entry) => [entry.title, entry] as const))(
    'what isn’t in the schema never gets in: %s',
    (_, { operation }) => {
      const declared = membersOf(jsonSchema(operation.input, 'input')).map(({ name }) => name);
      const parsed = operation.input.safeParse({ ...SMUGGLED, ...sampleInput(operation, { id: 1 }) });
      if (parsed.success && typeof parsed.data === 'object' && parsed.data !== null) {
        expect(Object.keys(parsed.data).filter((name) => !declared.includes(name))).toEqual([]);
      }
    },
  );

  it('a merchant’s inputs name neither a merchant nor a role', () => {
    // Staff use these as well; that a merchant’s choice of merchant counts for nothing is tested below.
    const FOR_STAFF = [
      ...['cards.list', 'cards.create', 'cards.export', 'cards.lint', 'cards.saveDraft'],
      ...['alerts.export', 'alerts.exports.start'],
      ...['notifications.getSettings', 'notifications.updateSettings', 'notifications.sendTest'],
      ...['descriptors.gaps', 'descriptors.enrol', 'descriptors.dismiss', 'descriptors.silent'],
    ];
    const FORBIDDEN = ['merchantId', 'roles', 'permissions', 'scope', 'passwordHash', 'createdTime', 'isAdmin'];
    const found = merchants
      .filter(({ operation }) => !FOR_STAFF.includes(operation.name))
      .flatMap(({ title, fields }) =>
        fields.filter((name) => FORBIDDEN.includes(name)).map((name) => `${title}: ${name}`),
      );
    expect(found).toEqual([]);
  });

  it('a merchant who names another merchant sees and makes nothing there', async () => {
    const token = await (await system.merchant()).token();
    const merchantId = system.victim.account.id;
    for (const path of ['cards?', 'cards/gaps?', 'cards/silent?', `cards/lint?descriptor=${CANARY}&`]) {
      const { status, text } = await system.client.call('GET', `/api/v1/${path}merchantId=${merchantId}`, { token });
      expect(status).toBe(200);
      expect(text.includes(CANARY), path).toBe(false);
    }
    const file = await system.client.call('POST', '/api/v1/cards/export', { token, body: { merchantId } });
    expect([file.status, file.text.includes(CANARY)]).toEqual([200, false]);
    const body = { merchantId, descriptor: 'SOMETHING' };
    expect((await system.client.call('POST', '/api/v1/cards/gaps/dismiss', { token, body })).status).toBe(200);
    const dismissed = system.core.db.selectFrom('coverageDismissals').select('merchantId');
    expect(await dismissed.where('merchantId', '=', merchantId).execute()).toEqual([]);
  });

  it('a merchant who names another merchant gets and changes its own notification settings', async () => {
    const merchant = await system.merchant();
    const token = await merchant.token();
    const merchantId = system.victim.account.id;
    const settings = '/api/v1/merchant/notification-settings';
    const own = await system.client.call('GET', `${settings}?merchantId=${merchantId}`, { token });
    expect([own.status, own.body.data]).toMatchObject([200, { merchantId: merchant.id }]);
    const mainEmail = `stolen-${merchantId}@example.test`;
    const body = { ...(own.body.data as object), merchantId, mainEmail };
    const saved = await system.client.call('PUT', settings, { token, body });
    expect([saved.status, saved.body.data]).toMatchObject([200, { merchantId: merchant.id, mainEmail }]);
    const victims = system.core.db.selectFrom('notificationSettings').select('mainEmail');
    expect(await victims.where('merchantId', '=', merchantId).where('mainEmail', '=', mainEmail).execute()).toEqual([]);
  });

  it('profile and card keep what was smuggled in out', async () => {
    const owner = await system.owner();
    const token = await owner.account.token();
    const { db } = system.core;
    const row = () =>
      db.selectFrom('merchants').selectAll().where('id', '=', owner.account.id).executeTakeFirstOrThrow();
    const former = await row();
    const extra = { ...SMUGGLED, merchantId: system.victim.account.id, id: system.victim.account.id };
    const update = await system.client.call('PUT', '/api/v1/merchant/profile', {
      token,
      body: { ...extra, companyName: 'Renamed' },
    });
    expect(update.status).toBe(200);
    const { updatedTime: _, version: __, ...now } = await row();
    expect({ ...former, companyName: 'Renamed' }).toMatchObject(now);

    const card = { descriptor: 'SMUGGLER', cardBin: '411111', notifyEmail: 'a@example.test' };
    const made = await system.client.call<{ id: number }>('POST', '/api/v1/cards', {
      token,
      body: { ...extra, ...card },
    });
    const plain = await system.client.call<{ id: number }>('POST', '/api/v1/cards', {
      token,
      body: { ...card, cardBin: '422222' },
    });
    const stored = async (id: number) => {
      const columns = ['merchantId', 'status', 'registerTime', 'closedTime'] as const;
      return db.selectFrom('merchantCards').select(columns).where('id', '=', id).executeTakeFirstOrThrow();
    };
    expect(await stored(made.body.data.id)).toEqual(await stored(plain.body.data.id));
    expect((await stored(made.body.data.id)).merchantId).toBe(owner.account.id);
  });
});

it('everybody else’s rows are as they were', async () => {
  expect(await system.state()).toEqual(before);
});
