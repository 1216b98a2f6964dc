import { feedbackPlace } from '@forewarn/core/alerts';
import { uuidv7 } from '@forewarn/core/kernel/uuid';
import { buildAlert, unique } from '@forewarn/core/testing';
import { pdf } from '@forewarn/core/testing/evidence-files';
import type { TestSystem } from '../testing/index.ts';
import { fixed, type Make, row } from './made.fixtures.ts';
import { MARK, type Target } from './world.fixtures.ts';

const reason = 'because the test says so';
const snippetOf: Make = async ({ core }, { merchantId }) => {
  const id = uuidv7(core.now());
  const textEnc = core.ports.cipher.seal('x', `answer_snippets.text.${id}`);
  const values = { id, merchantId, action: 'IGNORE', textEnc, usedTime: core.now() };
  await core.db.insertInto('answerSnippets').values(values).execute();
  return row({ id });
};
const alertOf: Make = async ({ core }, { merchantId }) =>
  row({ id: (await buildAlert(core.db, { merchantId, alertId: `${MARK}-${unique()}` })).id });
/** An alert with its answer: sealed as answering seals it. */
const answeredOf: Make = async (system, target) => {
  const { db, ports } = system.core;
  const alert = await buildAlert(db, { merchantId: target.merchantId, alertId: `${MARK}-${unique()}` });
  const idempotencyKey = unique();
  const content = JSON.stringify({ reason, comments: null, preventiveActions: null, evidence: [] });
  await db
    .insertInto('alertFeedbacks')
    .values({
      alertRef: alert.id,
      number: 1,
      idempotencyKey,
      action: 'IGNORE',
      refunded: 'ignore',
      contentEnc: ports.cipher.seal(Buffer.from(content), feedbackPlace(idempotencyKey)),
      submittedBy: 'system:test',
      submittedTime: new Date(),
    })
    .execute();
  return row({ id: alert.id });
};

const evidenceOf: Make = async (system, target) => {
  const alert = await buildAlert(system.core.db, { merchantId: target.merchantId, alertId: `${MARK}-${unique()}` });
  const bytes = pdf(unique());
  const { insertId } = await insertEvidence(system, alert.id, target, bytes);
  return row({ id: alert.id, evidenceId: insertId });
};

/** Through the real door, by somebody of staff: a suspended merchant can't upload, and its evidence has to be readable. */
async function insertEvidence(system: TestSystem, alertId: number, _target: Target, bytes: Buffer) {
  const token = await (await uploader(system)).token();
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)]), 'receipt.pdf');
  const answer = await system.client.call<{ id: string }>('POST', `/api/v1/alerts/${alertId}/evidence`, {
    token,
    body,
  });
  if (answer.status !== 200) throw new Error(`evidence: ${answer.status} ${answer.text}`);
  return { insertId: answer.body.data.id };
}

const uploaders = new WeakMap<TestSystem, ReturnType<TestSystem['staff']>>();
function uploader(system: TestSystem) {
  const known = uploaders.get(system) ?? system.staff();
  uploaders.set(system, known);
  return known;
}

const learnable: Make = async ({ core }, { merchantId }) => {
  const { id } = await buildAlert(core.db, { merchantId: null, matchStatus: 'UNMATCHED', descriptor: unique() });
  return { input: { alertId: id, merchantId, reason } };
};

const aliasOf: Make = async ({ core }, { merchantId }) => {
  const { insertId } = await core.db
    .insertInto('descriptorAliases')
    .values({
      matchDescriptor: unique().toUpperCase(),
      descriptor: 'x',
      merchantId,
      reason,
      createdBy: 'staff:1',
      createdTime: core.now(),
    })
    .executeTakeFirstOrThrow();
  return { input: { id: Number(insertId), reason } };
};

/** Alerts, their answers, files, notes and views, and learnt descriptors. */
export const ALERT_INPUTS: Record<string, Make> = {
  'alerts.handOver': async (system, target) => row({ ...(await alertOf(system, target)).input, userId: null }),
  'alertNotes.list': alertOf,
  'alertNotes.add': async (system, target) =>
    row({ ...(await alertOf(system, target)).input, text: 'please check', mentions: [] }),
  'alertNotes.remove': async (system, target) => row({ ...(await alertOf(system, target)).input, noteId: 1 }),
  'alertViews.save': fixed({ name: 'x', search: { risk: 'HIGH' } }),
  'alertViews.rename': fixed({ id: 999_999, name: 'x' }),
  'alertViews.remove': fixed({ id: 999_999 }),
  'alertViews.arrange': fixed({ ids: [], defaultId: null }),
  'alerts.get': alertOf,
  'alerts.related': alertOf,
  'alerts.pdf': alertOf,
  'alerts.receipt': answeredOf,
  'alerts.receiptPdf': answeredOf,
  'alerts.process': async (system, target) => {
    const { input } = await alertOf(system, target);
    return row({ ...input, action: 'CONFIRM_TRANSACTION', reason, onBehalfReason: reason });
  },
  'alerts.exports.start': async ({ core }) => {
    // The other lines have left more running than there may be.
    await core.db.deleteFrom('exportJobs').execute();
    return { input: {} };
  },
  'alerts.exports.cancel': fixed({ id: crypto.randomUUID() }),
  'alerts.exports.repeat': fixed({ id: crypto.randomUUID() }),
  'alerts.exports.remove': fixed({ id: crypto.randomUUID() }),
  'alerts.exports.download': fixed({ id: crypto.randomUUID() }),
  'alerts.processMany': async (system, target) => {
    const { input } = await alertOf(system, target);
    return { input: { ids: [input.id], action: 'CONFIRM_TRANSACTION', reason, onBehalfReason: reason } };
  },
  'alerts.correct': async (system, target) =>
    row({ ...(await alertOf(system, target)).input, action: 'IGNORE', reason, onBehalfReason: reason }),
  'alerts.sendAgain': alertOf,
  'alerts.saveDraft': async (system, target) =>
    row({ ...(await alertOf(system, target)).input, basedOn: 0, action: 'IGNORE', reason }),
  'alerts.snippets.keep': fixed({ action: 'IGNORE', text: 'small amount' }),
  'alerts.snippets.remove': snippetOf,
  'alerts.quickView': fixed({ token: 'A'.repeat(43) }),
  'alerts.quickAnswer': fixed({ token: 'A'.repeat(43), action: 'CONFIRM_TRANSACTION', reason }),
  'notifications.alertMails': alertOf,
  'alerts.getEvidence': evidenceOf,
  'alerts.removeEvidence': evidenceOf,
  'alerts.uploadEvidence': async (system, target) => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(pdf(unique()))]), 'receipt.pdf');
    return { ...(await alertOf(system, target)), form };
  },
  'alerts.assign': async ({ core }, { merchantId }) => {
    const { id } = await buildAlert(core.db, { merchantId: null, matchStatus: 'UNMATCHED' });
    return { input: { id, merchantId, reason } };
  },
  'alerts.assignMany': async ({ core }, { merchantId }) => {
    const { id } = await buildAlert(core.db, { merchantId: null, matchStatus: 'UNMATCHED' });
    return { input: { ids: [id], merchantId, reason } };
  },
  'aliases.preview': learnable,
  'aliases.learn': learnable,
  'aliases.remove': aliasOf,
};
