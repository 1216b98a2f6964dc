import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getAlert } from '../alerts/index.ts';
import { execute } from '../kernel/execute.ts';
import { HOUR } from '../kernel/time.ts';
import {
  buildAlert,
  buildMerchant,
  buildStaff,
  buildUser,
  queuedMails,
  testCaller,
  testCore,
  unique,
} from '../testing/index.ts';
import {
  acceptInvitation,
  changeColleagueRole,
  disableColleague,
  enableColleague,
  inviteColleague,
  listColleagues,
  login,
  readLinkFacts,
  removeInvitation,
  resendInvitation,
  resolveActor,
} from './index.ts';
import { createLink } from './links.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

async function setUp() {
  const core = testCore({ db: database.db });
  const owner = await buildMerchant(core.db, { companyName: '北风书业', contactPerson: '王小明' });
  const as = testCaller(owner.actor);
  const email = `colleague-${unique()}@example.test`;
  const invite = (more: object = {}) => execute(core, as, inviteColleague, { email, role: 'HANDLER', ...more });
  const accept = (token = '', more: object = {}) =>
    execute(core, testCaller(), acceptInvitation, { token, name: '李雷', password: 'our horse 44', ...more });
  const tokenOf = async () => (await queuedMails(core, email)).at(-1)?.token;
  const signIn = () => execute(core, testCaller(), login, { account: email, password: 'our horse 44' });
  return { core, owner, as, email, invite, accept, tokenOf, signIn };
}

describe('A-378 an owner’s colleagues', () => {
  it('are invited by mail and come with a name and password of their own', async () => {
    const { core, as, email, invite, accept, tokenOf, signIn } = await setUp();
    const invited = await invite();
    expect(invited).toMatchObject({ email, role: 'HANDLER', status: 'INVITED' });
    expect(invited.invitedUntil).toBe(new Date(core.now().getTime() + 72 * HOUR).toISOString());
    const [mail] = await queuedMails(core, email);
    expect(mail?.subject).toBe('王小明 invites you to 北风书业');
    const facts = await execute(core, testCaller(), readLinkFacts, { token: await tokenOf(), purpose: 'INVITE' });
    expect(facts).toMatchObject({ email, companyName: '北风书业', role: 'HANDLER', newEmail: null });
    await expect(accept(await tokenOf(), { password: 'weak' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await expect(accept(await tokenOf())).resolves.toEqual({ email });
    await expect(accept(await tokenOf())).rejects.toMatchObject({ code: 'LINK_USED' });
    const { user } = await signIn();
    expect(user).toMatchObject({ name: '李雷', roles: ['MERCHANT', 'HANDLER'], companyName: '北风书业' });
    expect(user.permissions).toContain('alert:process');
    expect(user.permissions).not.toContain('colleague:view');
    const { records } = await execute(core, as, listColleagues, {});
    expect(records.map(({ role, status }) => [role, status])).toEqual([
      ['OWNER', 'ACTIVE'],
      ['HANDLER', 'ACTIVE'],
    ]);
  });

  it('an invitation can be sent again, which ends the one before, and withdrawn', async () => {
    const { core, as, invite, accept, tokenOf } = await setUp();
    const { id } = await invite();
    const first = await tokenOf();
    core.clock.advance(72 * HOUR);
    await expect(accept(first)).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
    expect((await execute(core, as, listColleagues, {})).records.at(-1)).toMatchObject({ invitedUntil: null });
    await execute(core, as, resendInvitation, { id });
    await expect(accept(first)).rejects.toMatchObject({ code: 'LINK_INVALID' });
    await execute(core, as, removeInvitation, { id });
    await expect(accept(await tokenOf())).rejects.toMatchObject({ code: 'LINK_INVALID' });
    await expect(execute(core, as, resendInvitation, { id })).rejects.toMatchObject({ code: 'COLLEAGUE_NOT_FOUND' });
    await expect(invite()).resolves.toMatchObject({ status: 'INVITED' });
  });

  it('an address in use can’t be invited', async () => {
    const { core, invite } = await setUp();
    const other = await buildMerchant(core.db);
    await expect(invite({ email: other.email })).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
  });

  it('are shut out at once when disabled, and let in again', async () => {
    const { core, as, invite, accept, tokenOf, signIn } = await setUp();
    const { id } = await invite();
    await accept(await tokenOf());
    const { accessToken } = await signIn();
    await resolveActor(core, accessToken);
    await expect(execute(core, as, disableColleague, { id })).resolves.toMatchObject({ status: 'DISABLED' });
    await expect(resolveActor(core, accessToken)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    await expect(signIn()).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
    await execute(core, as, enableColleague, { id });
    await signIn();
  });

  it('change role; the owner never does', async () => {
    const { core, as, owner } = await setUp();
    const { id } = await buildUser(core.db, owner.id, { role: 'VIEWER' });
    await expect(execute(core, as, changeColleagueRole, { id, role: 'MANAGER' })).resolves.toMatchObject({
      role: 'MANAGER',
    });
    await expect(execute(core, as, changeColleagueRole, { id, role: 'OWNER' })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    });
    const untouchable = { code: 'COLLEAGUE_OWNER' };
    const theOwner = { id: owner.userId };
    await expect(execute(core, as, disableColleague, theOwner)).rejects.toMatchObject(untouchable);
    await expect(execute(core, as, removeInvitation, theOwner)).rejects.toMatchObject(untouchable);
    await expect(execute(core, as, changeColleagueRole, { ...theOwner, role: 'VIEWER' })).rejects.toMatchObject(
      untouchable,
    );
  });

  it('A-022 belong to one merchant, and only its owner manages them', async () => {
    const { core, owner } = await setUp();
    const colleague = await buildUser(core.db, owner.id, { role: 'MANAGER' });
    const stranger = await buildMerchant(core.db);
    await expect(
      execute(core, testCaller(stranger.actor), disableColleague, { id: colleague.id }),
    ).rejects.toMatchObject({ code: 'COLLEAGUE_NOT_FOUND' });
    const manager = testCaller(colleague.actor);
    await execute(core, manager, listColleagues, {});
    await expect(execute(core, manager, disableColleague, { id: colleague.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    for (const role of ['HANDLER', 'VIEWER'] as const) {
      const { actor } = await buildUser(core.db, owner.id, { role });
      await expect(execute(core, testCaller(actor), listColleagues, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});

it('A-054 an owner whom the operator has invited activates the merchant by accepting', async () => {
  const { core, accept } = await setUp();
  const { id, userId, email } = await buildMerchant(core.db, { status: 'PENDING' });
  await core.db
    .updateTable('merchantUsers')
    .set({ status: 'INVITED', passwordHash: null })
    .where('id', '=', userId)
    .execute();
  const token = await createLink(core, { purpose: 'INVITE', realm: 'merchant', subjectId: userId });
  await accept(token);
  expect(
    await core.db.selectFrom('merchants').select(['status', 'contactPerson']).where('id', '=', id).executeTakeFirst(),
  ).toEqual({ status: 'ACTIVE', contactPerson: '李雷' });
  await execute(core, testCaller(), login, { account: email, password: 'our horse 44' });
});

it('every act shows which of the people did it, to the merchant and to staff', async () => {
  const { core, owner } = await setUp();
  const colleague = await buildUser(core.db, owner.id, { name: '韩梅梅' });
  const { id } = await buildAlert(core.db, { merchantId: owner.id });
  await core.db
    .insertInto('alertEvents')
    .values({ alertRef: id, atTime: core.now(), kind: 'ANSWERED', level: 'INFO', actor: `merchant:${colleague.id}` })
    .execute();
  const { actor: admin } = await buildStaff(core.db);
  for (const [actor, shown] of [
    [owner.actor, '韩梅梅'],
    [admin, '韩*梅'],
  ] as const) {
    const { timeline } = await execute(core, testCaller(actor), getAlert, { id });
    expect(timeline.find(({ kind }) => kind === 'ANSWERED')?.actorName).toBe(shown);
  }
});
