import { execute } from '@forewarn/core/kernel/execute';
import { MINUTE } from '@forewarn/core/kernel/time';
import { createSender } from '@forewarn/core/mail-senders';
import { buildCard, buildMerchant, buildStaff, testCaller } from '@forewarn/core/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MainFlow, startMainFlow } from '../testing/main-flow.ts';

let flow: MainFlow;
beforeAll(async () => {
  flow = await startMainFlow();
});
afterAll(() => flow.stop());
beforeEach(async () => {
  await flow.db.deleteFrom('mailSenders').execute();
  await flow.healed();
  flow.clock.advance(MINUTE);
});

const SENDER = {
  ...{ name: 'x', enabled: true, transport: 'SMTP', host: '127.0.0.1', port: 9, tls: 'NONE', url: '', account: '' },
  ...{ fromName: 'Alerts', fromAddress: 'alerts@example.test', replyTo: '', ratePerMinute: null },
  ...{ connectSeconds: 1, greetingSeconds: 1, socketSeconds: 2, poolSize: 2 },
};

async function add(change: object) {
  const { actor } = await buildStaff(flow.db, { roles: ['SYSTEM_ADMIN'] });
  return execute(flow.core, testCaller(actor), createSender, { ...SENDER, ...change });
}

/** An alert comes in for a merchant; answers the mail that tells it. */
async function alertMail() {
  const email = `${crypto.randomUUID()}@shop.example.test`;
  const { id: merchantId } = await buildMerchant(flow.db, { email });
  const descriptor = `SHOP ${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
  await buildCard(flow.db, { merchantId, descriptor, cardBin: '411111', notifyEmail: email });
  await flow.push({ descriptor, cardBin: '411111' });
  await flow.work();
  const row = () =>
    flow.db.selectFrom('emailMessages').selectAll().where('recipient', '=', email).executeTakeFirstOrThrow();
  return { email, row };
}

describe('mails by the senders that are set up', () => {
  it('C-148 C-151 by the mail service, whose id and status stand in the mail’s record', async () => {
    const sender = await add({ transport: 'HTTP', port: 0, url: flow.sandbox.http });
    const { email, row } = await alertMail();
    const [mail] = await flow.mails(email);
    expect(mail?.headers.via).toBe('mail service');
    expect(await row()).toMatchObject({
      status: 'SENT',
      senderId: sender.id,
      emailId: mail?.headers.emailId,
      serviceStatus: 'sent',
    });
  });

  it('A-241 when the first can’t be reached, the second carries the same mail once', async () => {
    await add({});
    const second = await add({ port: Number(new URL(flow.sandbox.smtp).port), fromAddress: 'second@example.test' });
    const { email, row } = await alertMail();
    expect(await flow.mails(email)).toMatchObject([{ from: 'second@example.test' }]);
    expect(await row()).toMatchObject({ status: 'SENT', senderId: second.id, attempts: 1 });
  });

  it('after an unknown outcome the second isn’t asked; the next try carries the same Message-ID', async () => {
    await add({ transport: 'HTTP', port: 0, url: flow.sandbox.http });
    await add({ port: Number(new URL(flow.sandbox.smtp).port) });
    await flow.fail('mail.send', 'drop-after-commit', { times: 1 });
    const { email, row } = await alertMail();
    expect(await row()).toMatchObject({ status: 'QUEUED', attempts: 1 });
    expect(await flow.mails(email)).toHaveLength(1);
    await flow.workFor(MINUTE);
    const ids = (await flow.mails(email)).map(({ headers }) => headers.messageId);
    expect(new Set(ids).size).toBe(1);
    expect(await row()).toMatchObject({ status: 'SENT' });
  });
});
