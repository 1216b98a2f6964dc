import type { FeedbackEffect, Mail, ReceivedRequest } from '@forewarn/sandbox';
import { expect } from 'vitest';
import { SANDBOX_CREDENTIALS } from '../../src/testing/index.ts';
import type { Rig } from './rig.ts';
import { CARDHOLDER } from './sender.ts';
import { settled } from './settled.ts';

export interface Expected {
  /** What the sender has been told is kept: every alert of this test. */
  acked: readonly string[];
  /** Whose answer was acknowledged to the merchant. */
  answered?: readonly string[];
  /** Everybody who has to be mailed about each of the alerts. */
  recipients: readonly string[];
}

export interface Figures {
  acked: number;
  missing: number;
  twice: number;
  /** Mails beyond one per alert and recipient, all with the Message-ID of the first. */
  extraMails: number;
  requests: number;
  effects: number;
  /** From the end of the load to nothing left to do, in ms. */
  drained: number;
}

/**
 * Waits until the system is at rest and compares the four ledgers: what the sender was told, what is in the database, what the
 * provider did, what was mailed. Fails with what differs.
 */
export async function verify(rig: Rig, { acked, answered = [], recipients }: Expected): Promise<Figures> {
  const drained = Math.round(await settled(rig));

  const deliveries = countBy((await deliveredIds(rig)).filter((id) => acked.includes(id)));
  const alerts = await rig.db
    .selectFrom('chargebackAlerts')
    .selectAll()
    .where('alertId', 'in', [...acked])
    .execute();
  const stored = countBy(alerts.map(({ alertId }) => alertId));
  const off = (count: Map<string, number>, wrong: (times: number) => boolean) =>
    acked.filter((id) => wrong(count.get(id) ?? 0));
  const missing = [...off(deliveries, (times) => times === 0), ...off(stored, (times) => times === 0)];
  const twice = [...off(deliveries, (times) => times > 1), ...off(stored, (times) => times > 1)];
  expect(acked.length, 'something was acknowledged').toBeGreaterThan(0);
  expect(new Set(acked).size, 'an alert is acknowledged to its sender once').toBe(acked.length);
  expect(missing, 'acknowledged and not stored').toEqual([]);
  expect(twice, 'stored more than once').toEqual([]);
  expect(
    alerts.filter(({ matchStatus, holdReason }) => matchStatus !== 'MATCHED' || holdReason !== null),
    'not matched',
  ).toEqual([]);

  const extraMails = checkMails(await rig.control<Mail[]>('mails'), acked, recipients);
  const provider = await answersAtProvider(rig, acked);
  checkAnswers(provider, answered);
  const states = alerts.filter(({ alertId }) => answered.includes(alertId)).map(({ feedbackStatus }) => feedbackStatus);
  expect(states, 'answers as the merchant sees them').toEqual(answered.map(() => 'ACCEPTED'));

  const logs = rig.logs();
  const canaries = [SANDBOX_CREDENTIALS.WEBHOOK_SECRET, SANDBOX_CREDENTIALS.SIGN_KEY, CARDHOLDER];
  expect(logs.length, 'the processes say something').toBeGreaterThan(0);
  expect(
    canaries.filter((canary) => logs.includes(canary)),
    'secrets in the log',
  ).toEqual([]);
  return {
    acked: acked.length,
    missing: missing.length,
    twice: twice.length,
    extraMails,
    requests: provider.requests.length,
    effects: provider.effects.length,
    drained,
  };
}

async function deliveredIds({ db }: Rig): Promise<string[]> {
  const rows = await db.selectFrom('providerDeliveries').select('dedupKey').where('kind', '=', 'alert').execute();
  return rows.map(({ dedupKey }) => dedupKey.toString('utf8'));
}

/** At least one mail per alert and recipient; a second one carries the same Message-ID, so that a mail box can drop it. */
function checkMails(all: readonly Mail[], acked: readonly string[], recipients: readonly string[]): number {
  const ids = new Map<string, string[]>();
  for (const { to, subject, text, headers } of all) {
    const [alertId] = /CRASH-[\w-]+/.exec(text) ?? [];
    if (subject.includes('CRASH-')) continue; // the confirmation of an answer
    const key = `${alertId} to ${to}`;
    ids.set(key, [...(ids.get(key) ?? []), headers.messageId ?? '']);
  }
  const wanted = acked.flatMap((id) => recipients.map((recipient) => `${id} to ${recipient}`));
  expect(
    wanted.filter((key) => !ids.has(key)),
    'not mailed',
  ).toEqual([]);
  expect(
    wanted.filter((key) => new Set(ids.get(key)).size !== 1),
    'two mails, not one repeated',
  ).toEqual([]);
  return wanted.reduce((extra, key) => extra + (ids.get(key)?.length ?? 1) - 1, 0);
}

interface AtProvider {
  requests: ReceivedRequest[];
  effects: FeedbackEffect[];
}

async function answersAtProvider(rig: Rig, acked: readonly string[]): Promise<AtProvider> {
  const { requests, effects } = await rig.control<AtProvider>('feedback');
  return {
    requests: requests.filter(({ alertId }) => alertId !== null && acked.includes(alertId)),
    effects: effects.filter(({ alertId }) => acked.includes(alertId)),
  };
}

/** Exactly one effect per answer, however often it was sent, and always the same bytes under the same key. */
function checkAnswers({ requests, effects }: AtProvider, answered: readonly string[]): void {
  expect(effects.map(({ alertId }) => alertId).sort(), 'answers in effect').toEqual([...answered].sort());
  const bytes = new Set(
    requests.map(({ alertId, idempotencyKey, bodySha256 }) => `${alertId} ${idempotencyKey} ${bodySha256}`),
  );
  expect(bytes.size, 'an answer was sent with other bytes or another key').toBe(answered.length);
  expect(new Set(requests.map(({ alertId }) => alertId)).size, 'sent without an answer').toBe(answered.length);
}

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
