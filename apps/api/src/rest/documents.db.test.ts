import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { Receipt } from '@forewarn/core/alert-documents/model';
import { buildAlert } from '@forewarn/core/testing';
import { pdf } from '@forewarn/core/testing/evidence-files';
import type { FeedbackEffect } from '@forewarn/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSystem, type TestSystem } from '../testing/index.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem({ services: ['web', 'worker'], sandbox: true });
});
afterAll(() => system.stop());

const PROVIDER = /tradefensor|拒付通|securego/i;
const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

async function setUp(change: object = {}) {
  const merchant = await system.merchant({ companyName: '杭州测试商贸有限公司' });
  const alert = await buildAlert(system.core.db, { merchantId: merchant.id, alertTime: new Date(), ...change });
  const token = await merchant.token();
  const path = `/api/v1/alerts/${alert.id}`;
  const upload = async (bytes: Buffer, name: string) => {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(bytes)]), name);
    const { data } = (await system.client.call<{ id: string }>('POST', `${path}/evidence`, { token, body })).body;
    return data.id;
  };
  const answer = (body: object) => system.client.call('PUT', `${path}/process`, { token, body });
  const receipt = async () => (await system.client.call<Receipt>('GET', `${path}/receipt`, { token })).body.data;
  const download = async (file: 'pdf' | 'receipt.pdf', language = 'zh-CN', as = token) => {
    const headers = { authorization: `Bearer ${as}`, 'accept-language': language };
    const response = await fetch(`${system.url}${path}/${file}`, { headers });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { response, bytes };
  };
  const audit = (action: string) =>
    system.core.db
      .selectFrom('auditLogs')
      .selectAll()
      .where('action', '=', action)
      .where('targetId', '=', String(alert.id))
      .execute();
  return { merchant, alert, token, path, upload, answer, receipt, download, audit };
}

/** Its text without blanks, and how many pages it has. */
function read(bytes: Buffer) {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' });
  return { text: text.replace(/[^\S\n]+/g, ''), pages: text.split('\f').length - 1 };
}

describe('A-156 GET …/pdf', () => {
  it('is one page of real text, Chinese included, in a small file to save', async () => {
    const { alert, download, audit } = await setUp({ descriptor: '商店*杭州', cardBin: '411111' });
    const { response, bytes } = await download('pdf');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(response.headers.get('content-disposition')).toContain(`alert-${alert.alertId}.pdf`);
    expect(bytes.length).toBeLessThan(200_000);
    const { text, pages } = read(bytes);
    expect(pages).toBe(1);
    for (const words of [
      '杭州测试商贸有限公司',
      'USD19.90',
      '商店*杭州',
      '4111**',
      '待处理',
      '处理时限',
      alert.alertId,
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('411111');
    expect(text).not.toMatch(PROVIDER);
    expect(await audit('alerts.pdf')).toHaveLength(1);
  });

  it('speaks the reader’s language', async () => {
    const { download } = await setUp();
    const { text } = read((await download('pdf', 'en')).bytes);
    expect(text).toMatch(/Chargebackalert.*Answerby.*Transaction.*History/s);
    expect(text.replace('杭州测试商贸有限公司', '')).not.toMatch(/\p{Script=Han}/u);
  });

  it('with a long answer and files it takes the pages it needs', async () => {
    const { answer, upload, download } = await setUp();
    const evidence = [await upload(pdf('a'), '签收单.pdf'), await upload(pdf('b'), '😀 聊天记录.pdf')];
    const comments = `${'很长的备注，'.repeat(120)}完。`;
    await answer({ action: 'DISPUTE', reason: '已送达并签收', evidence, comments, preventiveActions: comments });
    const { text, pages } = read((await download('pdf')).bytes);
    expect(pages).toBeLessThanOrEqual(2);
    for (const words of ['争议处理', '已送达并签收', '签收单.pdf', '〓聊天记录.pdf']) expect(text).toContain(words);
    expect(text.replaceAll('\n', '')).toContain('很长的备注，完。');
  });

  it('another merchant, and a role that may not export, get none', async () => {
    const { download, audit } = await setUp();
    const stranger = await (await system.merchant()).token();
    expect((await download('pdf', 'en', stranger)).response.status).toBe(404);
    expect((await download('receipt.pdf', 'en', stranger)).response.status).toBe(404);
    expect((await audit('alerts.pdf')).filter(({ result }) => result === 'SUCCESS')).toEqual([]);
  });
});

describe('A-174 A-363 GET …/receipt', () => {
  it('none before there is an answer', async () => {
    const { path, token, download } = await setUp();
    const { status, body } = await system.client.call('GET', `${path}/receipt`, { token });
    expect([status, body.error, body.code]).toEqual([404, 'RECEIPT_NOT_FOUND', 40468]);
    expect((await download('receipt.pdf')).response.status).toBe(404);
  });

  it('tells what was sent, when, what was said to it, and proves it by the bytes the network got', async () => {
    const { alert, answer, upload, receipt, download, audit } = await setUp();
    const file = pdf('proof');
    const evidence = [await upload(file, '退款凭证.pdf')];
    await answer({ action: 'REFUND', refundAmount: 12.5, reason: '已与客户协商退款', evidence, comments: '尽快' });
    await expect.poll(async () => (await receipt()).feedbackStatus, { timeout: 15_000 }).toBe('ACCEPTED');

    const told = await receipt();
    const [given] = told.answers;
    if (!given) throw new Error('no answer');
    expect(given).toMatchObject({
      number: 1,
      replaced: false,
      action: 'REFUND',
      told: 'refunded',
      refundAmount: 12.5,
      late: false,
      evidence: [{ id: evidence[0], fileName: '退款凭证.pdf', sha256: sha256(file) }],
      tries: [{ number: 1, outcome: 'DONE', reply: { httpStatus: 200, code: '200', status: 'ACCEPTED' } }],
    });
    expect(given.submittedBy).toBeTruthy();
    expect(given.contentSha256).toBe(sha256(given.content));
    expect(JSON.parse(given.content)).toMatchObject({
      reason: '已与客户协商退款',
      refundAmount: '12.5000',
      key: given.key,
    });

    const at = await fetch(`${system.sandbox?.http}/__control/feedback`);
    const { effects } = (await at.json()) as { effects: FeedbackEffect[] };
    expect(given.bodySha256).toBe(effects.find(({ alertId }) => alertId === alert.alertId)?.bodySha256);
    const call = await system.core.db
      .selectFrom('interfaceCalls')
      .select('subject')
      .where('id', '=', given.tries[0]?.logId ?? 0)
      .executeTakeFirst();
    expect(call?.subject).toBe(`alert:${alert.alertId}`);

    const { response, bytes } = await download('receipt.pdf');
    expect(response.headers.get('content-disposition')).toContain(`receipt-${alert.alertId}.pdf`);
    const { text, pages } = read(bytes);
    expect(pages).toBe(1);
    const flat = text.replaceAll('\n', '');
    for (const words of ['已与客户协商退款', 'USD12.50', 'refunded', '退款凭证.pdf', given.key, '已被预警服务方接受'])
      expect(flat).toContain(words);
    for (const hash of [given.bodySha256 ?? '?', given.contentSha256, sha256(file)]) expect(flat).toContain(hash);
    expect(flat).toContain(`接口日志号${given.tries[0]?.logId}`);
    expect(text).not.toMatch(PROVIDER);
    expect(await audit('alerts.receiptPdf')).toHaveLength(1);
  });

  it('A-158 A-363 refused and corrected: both answers with their references, tries and hashes, in both languages', async () => {
    const { alert, path, token, answer, receipt, download } = await setUp({ amount: '88.0000' });
    await fetch(`${system.sandbox?.http}/__control/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ target: 'provider.feedback', mode: 'business', code: 4091, times: 1 }),
    });
    await answer({ action: 'REFUND', refundAmount: 12.5, refundReference: 'ARN-7410-FIRST', reason: '已部分退款' });
    await expect.poll(async () => (await receipt()).feedbackStatus, { timeout: 15_000 }).toBe('REJECTED');
    const again = { action: 'REFUND', refundAmount: 88, refundReference: 'ARN-7410-SECOND', reason: '已全额退款' };
    const corrected = await system.client.call('PUT', `${path}/answer`, { token, body: again });
    expect(corrected.status).toBe(200);
    await expect.poll(async () => (await receipt()).feedbackStatus, { timeout: 15_000 }).toBe('ACCEPTED');

    const [first, second, ...more] = (await receipt()).answers;
    expect(more).toEqual([]);
    if (!first || !second) throw new Error('two answers');
    expect(first).toMatchObject({
      ...{ number: 1, replaced: true, refundReference: 'ARN-7410-FIRST', failureReason: 'REFUSED' },
      tries: [{ outcome: 'REFUSED', reply: { code: '4091' } }],
    });
    expect(second).toMatchObject({
      number: 2,
      replaced: false,
      refundReference: 'ARN-7410-SECOND',
      failureReason: null,
    });
    expect(JSON.parse(second.content)).toMatchObject({ refundReference: 'ARN-7410-SECOND' });
    expect(new Set([first.key, second.key, first.bodySha256, second.bodySha256]).size).toBe(4);

    for (const [language, words] of [
      [
        'zh-CN',
        [
          '第1次处理结果（已被更正）',
          '第2次处理结果',
          '退款参考号ARN-7410-FIRST',
          '对方答复4091',
          '已被预警服务方接受',
        ],
      ],
      [
        'en',
        ['Answer1(correctedsince)', 'Answer2', 'RefundreferenceARN-7410-SECOND', '4091', 'Thealertnetworkrefusedit'],
      ],
    ] as const) {
      const { bytes } = await download('receipt.pdf', language);
      const { text, pages } = read(bytes);
      const flat = text.replaceAll('\n', '');
      expect(pages).toBeLessThanOrEqual(2);
      const both = [
        'ARN-7410-FIRST',
        'ARN-7410-SECOND',
        'USD12.50',
        'USD88.00',
        '已部分退款',
        '已全额退款',
        alert.alertId,
      ];
      for (const known of [...words, ...both]) expect(flat, language).toContain(known);
      for (const hash of [first, second].flatMap(({ bodySha256, contentSha256, key }) => [
        bodySha256 ?? '?',
        contentSha256,
        key,
      ]))
        expect(flat).toContain(hash);
      expect(flat.indexOf('ARN-7410-FIRST')).toBeLessThan(flat.indexOf('ARN-7410-SECOND'));
      expect(text).not.toMatch(PROVIDER);
    }
  });

  it('names the merchant’s own people; staff who answered are the service', async () => {
    const { alert, receipt } = await setUp();
    const admin = await system.staff();
    const token = await admin.token();
    await system.client.call('PUT', `/api/v1/alerts/${alert.id}/process`, {
      token,
      body: { action: 'IGNORE', reason: 'on behalf of the merchant', onBehalfReason: 'their office is closed' },
    });
    expect((await receipt()).answers[0]?.submittedBy).toBeNull();
  });
});
