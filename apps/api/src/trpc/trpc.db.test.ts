import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { startTestSystem, type TestSystem } from '../testing/index.ts';
import { type AppRouter, appRouter } from './router.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem({ env: { RATE_READ: '40/60' } });
});
afterAll(() => system.stop());

/** One tRPC call by hand: what any client puts on the wire. */
async function ask(
  path: string,
  options: { input?: unknown; token?: string; method?: 'GET' | 'POST'; headers?: Record<string, string> } = {},
) {
  const { input, token, method = 'GET', headers = {} } = options;
  const query = method === 'GET' && input !== undefined ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
  const answer = await system.client.call(method, `/api/trpc/${path}${query}`, {
    ...(token !== undefined && { token }),
    ...(method === 'POST' && { body: input ?? {} }),
    headers,
  });
  return { status: answer.status, headers: answer.headers, body: JSON.parse(answer.text) };
}

describe('the tRPC door', () => {
  it('types what goes in and out from the operations’ own schemas', () => {
    expectTypeOf<inferRouterOutputs<AppRouter>['auth']['me']['realm']>().toEqualTypeOf<'merchant' | 'staff'>();
    expectTypeOf<inferRouterInputs<AppRouter>['profile']['update']['locale']>().toEqualTypeOf<
      'zh-CN' | 'en' | undefined
    >();
    expectTypeOf<inferRouterInputs<AppRouter>['alerts']['list']['sort']>().toEqualTypeOf<
      'urgency' | 'alertTime' | 'deadline' | 'amount' | 'riskLevel' | undefined
    >();
  });

  it('has the procedures the screens are built on', () => {
    expect(Object.keys(appRouter._def.procedures).sort()).toEqual(
      [
        ...['list', 'get', 'rows', 'map', 'editRow', 'run', 'undo', 'remove'].map((name) => `cards.imports.${name}`),
        'auth.me',
        'auth.updateMe',
        'auth.register',
        'auth.activate',
        'auth.resendActivation',
        'auth.resetPassword',
        'auth.changePassword',
        'auth.changeEmail',
        'auth.confirmEmail',
        'auth.acceptInvitation',
        'auth.link',
        'channels.list',
        'channels.add',
        'channels.update',
        'channels.remove',
        'channels.test',
        'channels.messages',
        'rules.list',
        'rules.create',
        'rules.update',
        'rules.remove',
        'rules.order',
        'rules.preview',
        'rules.backTest',
        'rules.switchOn',
        'rules.pause',
        'rules.pauseAll',
        'rules.notices',
        'digest.get',
        'digest.update',
        'alerts.handOver',
        'alertNotes.list',
        'alertNotes.add',
        'alertNotes.remove',
        ...['list', 'save', 'rename', 'remove', 'arrange'].map((name) => `alertViews.${name}`),
        'inbox.list',
        'inbox.read',
        'inbox.readAll',
        'colleagues.list',
        'colleagues.invite',
        'colleagues.resend',
        'colleagues.remove',
        'colleagues.changeRole',
        'colleagues.disable',
        'colleagues.enable',
        'auth.security',
        'auth.signInSettings',
        'auth.sessions.list',
        'auth.sessions.end',
        'auth.sessions.endOthers',
        'auth.totp.start',
        'auth.totp.confirm',
        'auth.totp.disable',
        'auth.totp.renewCodes',
        'profile.get',
        'profile.update',
        'cards.list',
        'cards.create',
        'cards.update',
        'cards.remove',
        'cards.register',
        'cards.registerMany',
        'cards.removeMany',
        'cards.saveDraft',
        'cards.export',
        'cards.lint',
        'descriptors.gaps',
        'descriptors.enrol',
        'descriptors.dismiss',
        'descriptors.silent',
        'admin.descriptors.unmatched',
        'alerts.list',
        'alerts.get',
        'alerts.related',
        'alerts.counts',
        'alerts.pulse',
        'alerts.process',
        'alerts.processMany',
        'alerts.correct',
        'alerts.sendAgain',
        'alerts.saveDraft',
        'alerts.snippets.list',
        'alerts.snippets.keep',
        'alerts.snippets.remove',
        'alerts.export',
        'alerts.exports.start',
        'alerts.exports.list',
        'alerts.exports.cancel',
        'alerts.exports.remove',
        'alerts.exports.repeat',
        'alerts.removeEvidence',
        'alerts.mails',
        'alerts.quickView',
        'alerts.quickAnswer',
        'alerts.receipt',
        'notifications.settings',
        'notifications.updateSettings',
        'notifications.sendTest',
        'notifications.testMail',
        'admin.mails.list',
        'admin.mails.get',
        'admin.mails.resend',
        'admin.alerts.list',
        'admin.alerts.counts',
        'admin.alerts.pulse',
        'admin.alerts.assign',
        'admin.rules.list',
        'admin.rules.pause',
        'admin.alerts.assignMany',
        'admin.aliases.list',
        'admin.aliases.preview',
        'admin.aliases.learn',
        'admin.aliases.remove',
        'admin.merchants.list',
        'admin.security.allowlists.get',
        'admin.security.allowlists.update',
        'admin.sensitive.reveal',
        'admin.keys.rotate',
        'admin.keys.status',
        'admin.merchants.get',
        'admin.merchants.create',
        'admin.merchants.consequences',
        'admin.merchants.suspend',
        'admin.merchants.restore',
        'admin.merchants.close',
        'admin.merchants.unlock',
        'admin.merchants.resendActivation',
        'admin.staff.list',
        'admin.staff.get',
        'admin.staff.invite',
        'admin.staff.resendInvitation',
        'admin.staff.removeInvitation',
        'admin.staff.readInvitation',
        'admin.staff.acceptInvitation',
        'admin.staff.update',
        'admin.staff.disable',
        'admin.staff.enable',
        'admin.teams.list',
        'admin.teams.create',
        'admin.teams.rename',
        'admin.roles.list',
        'admin.roles.create',
        'admin.roles.update',
        'admin.roles.remove',
        'admin.roles.reset',
        'admin.deliveries.list',
        'admin.deliveries.get',
        'admin.deliveries.preview',
        'admin.deliveries.alike',
        'admin.deliveries.replay',
        'admin.deliveries.replayMany',
        'admin.deliveries.mapping',
        'admin.deliveries.saveMapping',
        'admin.credentials.list',
        'admin.credentials.update',
        'admin.credentials.test',
        'admin.credentials.backup',
        'admin.credentials.restore',
        'admin.templates.list',
        'admin.templates.get',
        'admin.templates.version',
        'admin.templates.preview',
        'admin.templates.save',
        'admin.templates.reset',
        'admin.templates.sendTest',
        'admin.templates.setChannels',
        'admin.mailSenders.list',
        'admin.mailSenders.create',
        'admin.mailSenders.update',
        'admin.mailSenders.remove',
        'admin.mailSenders.order',
        'admin.mailSenders.test',
        'admin.interfaceCalls.list',
        'admin.interfaceCalls.get',
        'admin.interfaceCalls.circuit',
        'admin.audit.list',
        'admin.audit.get',
        'admin.audit.export',
        'admin.audit.verify',
        'admin.sessions.list',
        'admin.sessions.end',
        'admin.sessions.endAll',
        'admin.totp.reset',
        'admin.security.events.list',
        'admin.security.events.get',
        'admin.security.events.pulse',
        'admin.security.events.acknowledge',
        'admin.security.thresholds.get',
        'admin.security.thresholds.update',
      ].sort(),
    );
  });

  it('answers queries and mutations', async () => {
    const merchant = await system.merchant();
    const token = await merchant.token();
    const me = await ask('auth.me', { token });
    expect(me).toMatchObject({ status: 200, body: { result: { data: { id: merchant.id, realm: 'merchant' } } } });
    const update = await ask('profile.update', { token, method: 'POST', input: { locale: 'en' } });
    expect(update).toMatchObject({ status: 200, body: { result: { data: { locale: 'en' } } } });
  });

  it('tells errors by the catalogue, in the reader’s language, with the request id', async () => {
    const { status, body, headers } = await ask('auth.me', { headers: { 'accept-language': 'zh-CN' } });
    expect(status).toBe(401);
    expect(body.error.data).toEqual({
      error: 'UNAUTHENTICATED',
      code: 40101,
      message: expect.stringMatching(/登录/),
      requestId: headers.get('x-request-id'),
      httpStatus: 401,
    });
  });

  it('names wrong fields', async () => {
    const merchant = await system.merchant();
    const { body } = await ask('cards.create', {
      token: await merchant.token(),
      method: 'POST',
      input: { descriptor: 'x' },
    });
    expect(body.error.data).toMatchObject({ error: 'VALIDATION_FAILED', code: 40001 });
    expect(body.error.data.details.fields.map(({ path }: { path: string }) => path).sort()).toEqual([
      'cardBin',
      'descriptor',
      'notifyEmail',
    ]);
  });

  it.each([
    ['an unknown procedure', 'no.such', {}, 404, 'ROUTE_NOT_FOUND'],
    ['a mutation asked as a query', 'profile.update', {}, 405, 'METHOD_NOT_ALLOWED'],
  ])('refuses %s', async (_, path, options, status, error) => {
    const answer = await ask(path, options);
    expect([answer.status, answer.body.error.data.error]).toEqual([status, error]);
  });

  it('never shows what broke inside', async () => {
    const token = await (await system.staff({ roles: ['SYSTEM_ADMIN'] })).token();
    const { provider } = system.core.ports;
    system.core.ports.provider = {
      ...provider,
      ping: async () => {
        throw new Error('inside SELECT');
      },
    };
    const { status, body } = await ask('admin.credentials.test', { token, method: 'POST' });
    system.core.ports.provider = provider;
    expect([status, body.error.data.error]).toEqual([500, 'INTERNAL']);
    expect(JSON.stringify(body)).not.toMatch(/inside|SELECT|stack|\.ts:/);
  });

  it('limits the rate of each caller by itself and says how long to wait', async () => {
    const [one, other] = [await (await system.merchant()).token(), await (await system.merchant()).token()];
    const statuses = [];
    for (let i = 0; i < 41; i++) statuses.push((await ask('auth.me', { token: one })).status);
    expect(statuses.slice(0, 40).every((status) => status === 200)).toBe(true);
    const refused = await ask('auth.me', { token: one });
    expect(refused.status).toBe(429);
    expect(refused.body.error.data).toMatchObject({
      error: 'TOO_MANY_REQUESTS',
      details: { retryAfter: expect.any(Number) },
    });
    expect((await ask('auth.me', { token: other })).status).toBe(200);
    const rest = await system.client.call('GET', '/api/v1/auth/me', { token: one });
    expect(rest.status).toBe(429);
    expect(Number(rest.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(rest.headers.get('ratelimit-remaining')).toBe('0');
  });
});
