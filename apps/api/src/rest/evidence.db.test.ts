import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { buildAlert } from '@forewarn/core/testing';
import { jpeg, pdf, pdfOf } from '@forewarn/core/testing/evidence-files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSystem, type TestSystem } from '../testing/index.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

interface Uploaded {
  id: string;
  fileName: string;
  contentType: string;
  size: number;
}

const MAX = 10 * 1024 * 1024;

function form(bytes: Buffer, name = 'receipt.pdf', field = 'file'): FormData {
  const body = new FormData();
  body.append(field, new Blob([new Uint8Array(bytes)]), name);
  return body;
}

async function setUp() {
  const merchant = await system.merchant();
  const alert = await buildAlert(system.core.db, { merchantId: merchant.id });
  const token = await merchant.token();
  const path = `/api/v1/alerts/${alert.id}/evidence`;
  const upload = (body: unknown, more: object = {}) =>
    system.client.call<Uploaded>('POST', path, { token, body, ...more });
  const download = (id: string, as = token) =>
    fetch(`${system.url}${path}/${id}`, { headers: { authorization: `Bearer ${as}` } });
  return { merchant, alert, token, path, upload, download };
}

describe('A-159 A-165 A-166 POST …/evidence', () => {
  it('takes a file and says what it is; the same again is the same', async () => {
    const { upload } = await setUp();
    const { status, body } = await upload(form(jpeg(8, 8), '收据.png'));
    expect(status).toBe(200);
    expect(body.data).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      fileName: '收据.jpg',
      contentType: 'image/jpeg',
      size: jpeg(8, 8).length,
      createdTime: expect.any(String),
      answered: false,
      removed: null,
    });
    const again = await upload(form(jpeg(8, 8)), { headers: { 'idempotency-key': crypto.randomUUID() } });
    expect(again.body.data.id).toBe(body.data.id);
  });

  it.each([
    ['10 MB exactly', () => form(pdfOf(MAX)), 200, undefined],
    ['one byte more', () => form(pdfOf(MAX + 1)), 413, 'EVIDENCE_TOO_LARGE'],
    ['much more', () => form(pdfOf(2 * MAX)), 413, 'EVIDENCE_TOO_LARGE'],
    ['a program called .pdf', () => form(Buffer.from('MZ\x90\0')), 422, 'EVIDENCE_TYPE'],
    ['nothing in the file', () => form(Buffer.alloc(0)), 422, 'EVIDENCE_DAMAGED'],
    ['another field', () => form(pdf(), 'x.pdf', 'attachment'), 400, 'EVIDENCE_FORM'],
    ['JSON', () => ({ file: 'x' }), 400, 'EVIDENCE_FORM'],
    ['no body', () => undefined, 400, 'EVIDENCE_FORM'],
  ])('%s', async (_, body, status, error) => {
    const { upload } = await setUp();
    const answer = await upload(body());
    expect([answer.status, answer.body.error]).toEqual([status, error]);
  });

  it('two files in one form, or a form that breaks off, are refused', async () => {
    const { upload } = await setUp();
    const two = form(pdf('one'));
    two.append('file', new Blob([new Uint8Array(pdf('two'))]), 'two.pdf');
    expect((await upload(two)).body.error).toBe('EVIDENCE_FORM');
    const broken = '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7';
    const headers = { 'content-type': 'multipart/form-data; boundary=edge' };
    expect((await upload(broken, { headers })).body.error).toBe('EVIDENCE_FORM');
  });

  it('refuses what announces too much before it is sent', async () => {
    const { path, token } = await setUp();
    expect(await announce(path, token, 500 * 1024 * 1024)).toBe(413);
  });

  it('asks who it is before it reads anything', async () => {
    const { path } = await setUp();
    expect(await announce(path, 'nobody', MAX)).toBe(401);
  });

  it('cuts off a body that grows past the limit without saying so', async () => {
    const { path, token } = await setUp();
    let sent = 0;
    const chunk = new Uint8Array(1024 * 1024);
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 100) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=x' };
    const answer = await fetch(system.url + path, { method: 'POST', body, headers, duplex: 'half' }).then(
      ({ status }) => status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(answer);
    expect(sent).toBeLessThan(60);
  });
});

/** The status of an answer that comes after the head of an upload alone, none of its body. */
function announce(path: string, token: string, length: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const outgoing = request(system.url + path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': length,
      },
    });
    outgoing.on('response', (answer) => {
      resolve(answer.statusCode);
      outgoing.destroy();
    });
    outgoing.on('error', reject);
    outgoing.flushHeaders();
  });
}

describe('A-368 GET and DELETE …/evidence/{evidenceId}', () => {
  it('gives the file back as an attachment that nothing caches or guesses at', async () => {
    const { upload, download } = await setUp();
    const { data } = (await upload(form(pdf('content'), '签收单 "A".pdf'))).body;
    const answer = await download(data.id);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf('content'));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="___ _A_.pdf"; filename*=UTF-8''%E7%AD%BE%E6%94%B6%E5%8D%95%20_A_.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  it('what lies on the disk is sealed and named by chance', async () => {
    const { upload } = await setUp();
    const secret = `cardholder ${crypto.randomUUID()}`;
    const { data } = (await upload(form(pdf(secret), `${secret}.pdf`))).body;
    const { storageKey } = await system.core.db
      .selectFrom('alertEvidence')
      .select('storageKey')
      .where('id', '=', data.id)
      .executeTakeFirstOrThrow();
    const entries = await readdir(system.config.filesDir, { recursive: true, withFileTypes: true });
    const file = entries.find((entry) => entry.isFile() && storageKey.endsWith(entry.name));
    expect(file?.name).toMatch(/^[0-9a-f-]{36}$/);
    const bytes = await readFile(join(file?.parentPath ?? '', file?.name ?? ''));
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.includes(secret) || bytes.includes('%PDF')).toBe(false);
  });

  it('removed, it is gone from the list and from the disk', async () => {
    const { alert, upload, download, path, token } = await setUp();
    const { data } = (await upload(form(pdf()))).body;
    const { storageKey } = await system.core.db
      .selectFrom('alertEvidence')
      .select('storageKey')
      .where('id', '=', data.id)
      .executeTakeFirstOrThrow();
    const removed = await system.client.call('DELETE', `${path}/${data.id}`, { token });
    expect([removed.status, removed.body.data]).toEqual([200, { done: true }]);
    expect((await download(data.id)).status).toBe(404);
    await expect.poll(() => system.core.ports.files.get(storageKey)).toBeUndefined();
    const detail = await system.client.call('GET', `/api/v1/alerts/${alert.id}`, { token });
    expect(detail.body.data).toMatchObject({ evidenceFiles: [] });
  });

  it('another merchant gets 404 on every route', async () => {
    const { upload, path } = await setUp();
    const { data } = (await upload(form(pdf()))).body;
    const token = await (await system.merchant()).token();
    for (const [method, target, body] of [
      ['POST', path, form(pdf())],
      ['GET', `${path}/${data.id}`, undefined],
      ['DELETE', `${path}/${data.id}`, undefined],
    ] as const) {
      const answer = await system.client.call(method, target, { token, body });
      expect([method, answer.status, answer.body.error]).toEqual([method, 404, 'ALERT_NOT_FOUND']);
    }
  });

  it('an id that can be none is a wrong field', async () => {
    const { path, token } = await setUp();
    const { status, body } = await system.client.call('GET', `${path}/..%2f..%2fetc%2fpasswd`, { token });
    expect([status, body.details?.fields?.[0]?.path]).toEqual([400, 'evidenceId']);
  });
});

describe('A-159 A-367 PUT …/process with evidence', () => {
  it('disputes with the uploaded file; afterwards it can be read, not removed', async () => {
    const { alert, upload, download, path, token } = await setUp();
    const dispute = (evidence: string[]) =>
      system.client.call('PUT', `/api/v1/alerts/${alert.id}/process`, {
        token,
        body: { action: 'DISPUTE', reason: 'delivered on 3 November', evidence },
      });
    expect((await dispute([])).body.error).toBe('EVIDENCE_REQUIRED');
    const { data } = (await upload(form(pdf()))).body;
    const answered = await dispute([data.id]);
    expect([answered.status, answered.body.data]).toEqual([
      200,
      expect.objectContaining({ processAction: 'DISPUTE', evidenceFiles: [expect.objectContaining({ id: data.id })] }),
    ]);
    expect((await download(data.id)).status).toBe(200);
    const removed = await system.client.call('DELETE', `${path}/${data.id}`, { token });
    expect([removed.status, removed.body.error]).toEqual([409, 'ALERT_ALREADY_ANSWERED']);
  });
});
