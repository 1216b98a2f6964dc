import { randomBytes } from 'node:crypto';
import { builtInText } from '@forewarn/core/notifications';
import { buildMerchant, buildStaff, buildUser, unique } from '@forewarn/core/testing';
import { ALERT_INPUTS } from './alert-inputs.fixtures.ts';
import { CARD_INPUTS } from './card-inputs.fixtures.ts';
import { fixed, type Make, row } from './made.fixtures.ts';
import { RULE_INPUTS } from './rule-inputs.fixtures.ts';
import { MARK } from './world.fixtures.ts';

const reason = 'because the test says so';
const merchantThatIs =
  (status: 'PENDING' | 'ACTIVE' | 'SUSPENDED'): Make =>
  async ({ core }) => ({ input: { id: (await buildMerchant(core.db, { status })).id, reason } });
const staffThatIs =
  (status: 'ACTIVE' | 'DISABLED' | 'INVITED'): Make =>
  async ({ core }) => {
    const { id } = await buildStaff(core.db, { roles: ['SALES'] });
    await core.db.updateTable('staffUsers').set({ status }).where('id', '=', id).execute();
    return { input: { id, reason, version: 1 } };
  };

const COLLEAGUE = `${MARK} colleague`;
const colleagueThatIs =
  (status: 'ACTIVE' | 'DISABLED' | 'INVITED'): Make =>
  async ({ core }, { merchantId }) => {
    const { id } = await buildUser(core.db, merchantId, { role: 'VIEWER', status, name: COLLEAGUE });
    return row({ id, role: 'HANDLER' });
  };
const ROBOT = {
  vendor: 'FEISHU',
  name: 'robot',
  webhook: 'http://127.0.0.1:9/open-apis/bot/v2/hook/0a1b2c3d',
};
const channelOf: Make = async ({ core }, { merchantId }) => {
  const channelRef = crypto.randomUUID();
  const { insertId } = await core.db
    .insertInto('merchantChannels')
    .values({
      merchantId,
      channelRef,
      vendor: ROBOT.vendor,
      name: `${MARK} robot`,
      webhookEnc: core.ports.cipher.seal(ROBOT.webhook, `merchant_channels.webhook.${channelRef}`),
      webhookHint: `${MARK} hint`,
      topics: 'ALERTS',
      locale: 'en',
      nextSlot: core.now(),
      createdBy: 'test',
      createdTime: core.now(),
      updatedTime: core.now(),
    })
    .executeTakeFirstOrThrow();
  return row({ id: Number(insertId) });
};
const inboxOf: Make = async ({ core }, { merchantId }) => {
  const messageKey = unique();
  const { insertId } = await core.db
    .insertInto('inboxMessages')
    .values({
      merchantId,
      kind: 'alert.new',
      messageKey,
      factsEnc: core.ports.cipher.seal('{}', `inbox_messages.facts.${merchantId}.alert.new.${messageKey}`),
      createdTime: core.now(),
    })
    .executeTakeFirstOrThrow();
  return row({ id: Number(insertId) });
};
const someStaff: Make = async ({ core }) => ({
  input: { realm: 'staff', subjectId: (await buildStaff(core.db, { roles: ['SALES'] })).id, reason },
});
const securityEventOf: Make = async ({ core }) => {
  const { insertId } = await core.db
    .insertInto('securityEvents')
    .values({ atTime: core.now(), kind: 'REFUSALS', severity: 'INFO', windowKey: unique(), detail: '{}' })
    .executeTakeFirstOrThrow();
  return { input: { id: Number(insertId) } };
};
const auditRowOf: Make = async ({ core }) => {
  const { id } = await core.db
    .selectFrom('auditLogs')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { input: { id } };
};

const deliveryOf: Make = async ({ core }) => {
  const at = core.now();
  const bodySha256 = randomBytes(32);
  const { insertId } = await core.db
    .insertInto('providerDeliveries')
    .values({
      provider: 'test',
      kind: 'alert',
      keyId: '',
      dedupKey: bodySha256,
      bodyEnc: core.ports.cipher.seal('{}', `provider_deliveries.body.${bodySha256.toString('base64')}`),
      bodySha256,
      receivedTime: at,
      nextTime: at,
      status: 2,
    })
    .executeTakeFirstOrThrow();
  return { input: { id: Number(insertId), reason } };
};

const TEXT_REF = { kind: 'card.result', locale: 'en' };
const textOf: Make = async ({ core }) => {
  const newest = await core.db
    .selectFrom('mailTemplates')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('kind', '=', 'alert.answered')
    .where('locale', '=', 'en')
    .executeTakeFirst();
  const { subject, body } = builtInText('alert.answered', 'en');
  const version = newest?.version ?? 0;
  return { input: { kind: 'alert.answered', locale: 'en', subject: `${subject} ${unique()}`, body, version } };
};
/** Not in use, so that no mail of these tests goes that way; nobody listens there. */
const SENDER = {
  enabled: false,
  transport: 'SMTP',
  host: '127.0.0.1',
  port: 9,
  tls: 'NONE',
  url: '',
  account: '',
  fromName: 'x',
  fromAddress: 'from@example.test',
  replyTo: '',
  connectSeconds: 1,
  greetingSeconds: 1,
  socketSeconds: 1,
  poolSize: 1,
  ratePerMinute: null,
} as const;
const senderOf: Make = async ({ core }) => {
  const { insertId } = await core.db
    .insertInto('mailSenders')
    .values({ ...SENDER, enabled: 0, name: 'x', place: 1, updatedBy: 'test', updatedTime: core.now() })
    .executeTakeFirstOrThrow();
  return { input: { ...SENDER, id: Number(insertId), version: 1, name: 'y' } };
};
const allSenders: Make = async (system, target) => {
  await senderOf(system, target);
  const rows = await system.core.db.selectFrom('mailSenders').select('id').execute();
  return { input: { ids: rows.map(({ id }) => id).slice(0, 50) } };
};

const mailOf: Make = async ({ core }, { merchantId }) => {
  const dedupKey = unique();
  const { insertId } = await core.db
    .insertInto('emailMessages')
    .values({
      kind: 'alert.new',
      dedupKey,
      messageId: `${dedupKey}@example.test`,
      recipient: `${dedupKey}@example.test`,
      merchantId,
      params: '{}',
      status: 'FAILED',
      createdTime: core.now(),
    })
    .executeTakeFirstOrThrow();
  return { input: { id: Number(insertId), ids: [Number(insertId)] } };
};

const SETTINGS = {
  mainEmail: 'night-shift@example.test',
  backupEmails: [],
  window: null,
  urgentPierces: true,
  locale: null,
  timeZone: null,
  answerNeedsSignIn: false,
  reminders: { half: true, late: true, last: true },
};

const callOf: Make = async ({ core }) => {
  const { insertId } = await core.db
    .insertInto('interfaceCalls')
    .values({
      atTime: core.now(),
      direction: 'OUT',
      operation: 'provider.ping',
      method: 'GET',
      url: 'https://provider.example.test/',
      outcome: 'DONE',
      durationMs: 1,
    })
    .executeTakeFirstOrThrow();
  return { input: { id: Number(insertId) } };
};

const teamOf: Make = async ({ core }) => {
  const { insertId } = await core.db
    .insertInto('teams')
    .values({ name: unique(), createdTime: core.now() })
    .executeTakeFirstOrThrow();
  return { input: { id: Number(insertId), name: unique() } };
};

const roleCode = () =>
  `ROLE_${unique()
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '_')}`.slice(0, 39);
const roleOf: Make = async ({ core }) => {
  const code = roleCode();
  await core.db
    .insertInto('staffRoles')
    .values({ code, name: code, grants: '{}', updatedBy: 'test', updatedTime: core.now() })
    .execute();
  return { input: { code, version: 1, grants: {}, requireTotp: false } };
};

/** What the schema alone can't tell: numbers of rows that are there, in a state the operation takes. */
export const INPUTS: Readonly<Record<string, Make>> = {
  'auth.login': fixed({ account: 'nobody@example.test', password: 'wrong' }),
  'auth.refresh': fixed({ refreshToken: 'x'.repeat(43) }),
  'auth.logout': () => ({ input: {}, endsSession: true }),
  'auth.register': fixed({ email: 'x' }),
  'auth.resendActivation': fixed({ email: 'x' }),
  'auth.resetPassword': fixed({ email: 'x' }),
  'auth.activate': fixed({ token: 'A'.repeat(43) }),
  'auth.confirmEmail': fixed({ token: 'A'.repeat(43) }),
  'auth.link': fixed({ token: 'A'.repeat(43), purpose: 'INVITE' }),
  'auth.acceptInvitation': fixed({ token: 'A'.repeat(43), name: 'x', password: 'Passw0rd-ok-1' }),
  'auth.updateMe': fixed({ locale: 'en' }),
  'auth.changePassword': fixed({ currentPassword: 'not-this-1', newPassword: 'Passw0rd-ok-1' }),
  'auth.changeEmail': fixed({ email: 'another@example.test', password: 'not-this-1' }),
  'auth.sessions.end': fixed({ id: crypto.randomUUID() }),
  'auth.totp.start': fixed({ password: 'not-this-1' }),
  'auth.totp.confirm': fixed({ code: '000000' }),
  'auth.totp.disable': fixed({ password: 'not-this-1', code: '000000' }),
  'auth.totp.renewCodes': fixed({ password: 'not-this-1', code: '000000' }),
  'colleagues.invite': async ({ core }, { merchantId }) => {
    // The other lines have left dozens of colleagues, and there is a limit.
    await core.db
      .deleteFrom('merchantUsers')
      .where('merchantId', '=', merchantId)
      .where('name', '=', COLLEAGUE)
      .execute();
    return { input: { email: `${unique()}@example.test`, name: 'x', role: 'VIEWER' } };
  },
  ...RULE_INPUTS,
  'channels.add': async ({ core }, { merchantId }) => {
    // The other lines have left more than there may be.
    await core.db.deleteFrom('merchantChannels').where('merchantId', '=', merchantId).execute();
    return { input: ROBOT };
  },
  'channels.update': channelOf,
  'channels.remove': channelOf,
  'channels.test': channelOf,
  'channels.messages': channelOf,
  'inbox.read': inboxOf,
  'digest.update': fixed({ enabled: true }),
  'colleagues.resend': colleagueThatIs('INVITED'),
  'colleagues.remove': colleagueThatIs('INVITED'),
  'colleagues.changeRole': colleagueThatIs('ACTIVE'),
  'colleagues.disable': colleagueThatIs('ACTIVE'),
  'colleagues.enable': colleagueThatIs('DISABLED'),
  'sessions.list': (_system, { merchantId }) => ({ input: { realm: 'merchant', subjectId: merchantId } }),
  'sessions.end': fixed({ id: crypto.randomUUID() }),
  'sessions.endAll': someStaff,
  'totp.reset': someStaff,
  'security.events.get': securityEventOf,
  'security.events.acknowledge': securityEventOf,
  'security.thresholds.update': fixed({}),
  'audit.get': auditRowOf,
  'sensitive.reveal': (_system, { merchantId }) => ({ input: { kind: 'merchant.contact', id: merchantId } }),
  'staff.readInvitation': fixed({ code: 'A'.repeat(43) }),
  'staff.acceptInvitation': fixed({ code: 'A'.repeat(43), name: 'x', password: 'Passw0rd-ok' }),
  'profile.update': fixed({ locale: 'en' }),
  ...CARD_INPUTS,
  ...ALERT_INPUTS,
  'notifications.getSettings': (_system, { merchantId }) => ({ input: { merchantId } }),
  'notifications.updateSettings': (_system, { merchantId }) => ({ input: { merchantId, ...SETTINGS } }),
  'notifications.sendTest': (_system, { merchantId }) => ({
    input: { merchantId, email: 'not-saved@example.test' },
  }),
  'notifications.testMail': fixed({ id: 1 }),
  'mails.get': mailOf,
  'mails.resend': mailOf,
  'deliveries.get': deliveryOf,
  'deliveries.alike': deliveryOf,
  'deliveries.preview': deliveryOf,
  'deliveries.replay': deliveryOf,
  'deliveries.replayMany': async (system, target) => {
    const { input } = await deliveryOf(system, target);
    return { input: { ids: [input.id], reason } };
  },
  // A version that can't be the newest: the mapping holds for every other call of these tests.
  'mappings.save': fixed({ paths: {}, version: 999_999, reason }),
  'interfaceCalls.get': callOf,
  'templates.get': fixed(TEXT_REF),
  'templates.version': fixed({ ...TEXT_REF, version: 0 }),
  'templates.preview': fixed({ ...TEXT_REF, ...builtInText('card.result', 'en') }),
  'templates.sendTest': fixed({ ...TEXT_REF, ...builtInText('card.result', 'en'), to: 'somebody@example.test' }),
  // The built-in text over no version changes nothing, however often it is asked for.
  'templates.save': textOf,
  'templates.reset': fixed({ ...TEXT_REF, version: 0 }),
  'templates.setChannels': fixed({ kind: 'card.result', channels: ['MAIL'] }),
  'mailSenders.create': fixed({ ...SENDER, name: 'x' }),
  'mailSenders.test': fixed({ ...SENDER, name: 'x', id: null, to: null }),
  'mailSenders.update': senderOf,
  'mailSenders.remove': senderOf,
  'mailSenders.order': allSenders,
  'credentials.update': fixed({ kind: 'MERCHANT_NO', value: 'M-1000' }),
  'credentials.backup': fixed({ passphrase: 'made-up-passphrase', password: 'not-this-1' }),
  'credentials.restore': fixed({ content: '{}', passphrase: 'made-up-passphrase', password: 'not-this-1' }),
  'merchants.get': (_system, { merchantId }) => ({ input: { id: merchantId } }),
  'merchants.consequences': (_system, { merchantId }) => ({ input: { id: merchantId } }),
  'merchants.unlock': (_system, { merchantId }) => ({ input: { id: merchantId } }),
  'merchants.create': () => ({
    input: { companyName: 'New Company', contactPerson: 'x', email: `${unique()}@example.test` },
  }),
  'merchants.suspend': merchantThatIs('ACTIVE'),
  'merchants.restore': merchantThatIs('SUSPENDED'),
  'merchants.close': merchantThatIs('ACTIVE'),
  'merchants.resendActivation': merchantThatIs('PENDING'),
  'staff.get': staffThatIs('ACTIVE'),
  'staff.invite': () => ({ input: { email: `${unique()}@example.test`, name: 'x', roles: ['SALES'] } }),
  'staff.resendInvitation': staffThatIs('INVITED'),
  'staff.removeInvitation': staffThatIs('INVITED'),
  'staff.update': staffThatIs('ACTIVE'),
  'staff.disable': staffThatIs('ACTIVE'),
  'staff.enable': staffThatIs('DISABLED'),
  'teams.create': () => ({ input: { name: unique() } }),
  'teams.rename': teamOf,
  'roles.create': () => ({ input: { code: roleCode(), name: 'x', grants: {} } }),
  'roles.update': roleOf,
  'roles.remove': roleOf,
  'roles.reset': fixed({ code: 'SALES', version: 0 }),
};
