import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { execute } from '../kernel/execute.ts';
import type { FileStore } from '../ports/file-store.ts';
import { jpeg, pdf, pdfOf, png } from '../testing/evidence-files.ts';
import { type AlertOptions, buildAlert, buildMerchant, buildStaff, testCaller, testCore } from '../testing/index.ts';
import { EVIDENCE_MAX_BYTES } from './evidence-model.ts';
import { getAlert, getEvidence, processAlert, removeEvidence, uploadEvidence } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const BROKEN_UUID = '00000000-0000-7000-8000-000000000000';
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

async function setUp(change: Partial<AlertOptions> & { files?: FileStore } = {}) {
  const { files, ...options } = change;
  const core = testCore({ db: database.db, ...(files && { files }) });
  const { actor, id: merchantId } = await buildMerchant(core.db);
  const alert = await buildAlert(core.db, { merchantId, ...options });
  const as = (who: Actor) => ({
    upload: (bytes: Uint8Array, fileName = 'receipt.pdf') =>
      execute(core, testCaller(who), uploadEvidence, { id: alert.id, fileName, bytes }),
    remove: (evidenceId: string) => execute(core, testCaller(who), removeEvidence, { id: alert.id, evidenceId }),
    read: (evidenceId: string) => execute(core, testCaller(who), getEvidence, { id: alert.id, evidenceId }),
    answer: (input: object) =>
      execute(core, testCaller(who), processAlert, { id: alert.id, action: 'DISPUTE', reason: 'delivered', ...input }),
    detail: () => execute(core, testCaller(who), getAlert, { id: alert.id }),
  });
  const rows = () =>
    core.db.selectFrom('alertEvidence').selectAll().where('alertRef', '=', alert.id).orderBy('id').execute();
  /** The network has the answer. */
  const arrived = () =>
    core.db.updateTable('chargebackAlerts').set({ feedbackStatus: 'ACCEPTED' }).where('id', '=', alert.id).execute();
  const audit = (action: string) =>
    core.db
      .selectFrom('auditLogs')
      .selectAll()
      .where('action', '=', action)
      .where('targetId', '=', String(alert.id))
      .execute();
  return { core, actor, merchantId, alert, as, rows, arrived, audit, ...as(actor) };
}

/** A store that counts what it holds; `before` runs ahead of each file. */
function watchedFiles(before: () => Promise<void> = async () => undefined) {
  const kept = new Map<string, Buffer>();
  const files: FileStore = {
    async put(key, bytes) {
      await before();
      kept.set(key, Buffer.from(bytes));
    },
    get: async (key) => kept.get(key),
    head: async (key, bytes) => kept.get(key)?.subarray(0, bytes),
    list: async () => [...kept.keys()],
    async remove(key) {
      kept.delete(key);
    },
  };
  return { kept, files };
}

describe('A-159 A-367 a dispute with evidence', () => {
  it('takes uploaded files along and keeps them readable', async () => {
    const { upload, answer, read, detail, core } = await setUp();
    const one = await upload(pdf());
    core.clock.advance(1);
    const two = await upload(jpeg(800, 600), 'parcel.jpg');
    expect((await detail()).evidenceFiles).toEqual([one, two]);
    const answered = await answer({ evidence: [two.id, one.id, one.id] });
    expect(answered).toMatchObject({
      processStatus: 'PROCESSED',
      processAction: 'DISPUTE',
      answer: { evidence: [two.id, one.id] },
    });
    expect(answered.evidenceFiles).toEqual([one, two].map((file) => ({ ...file, answered: true })));
    expect(Buffer.from((await read(two.id)).bytes)).toEqual(jpeg(800, 600));
    expect(await core.db.selectFrom('outbox').selectAll().where('topic', '=', 'alert.answer').execute()).not.toEqual(
      [],
    );
  });

  it.each([
    ['names none', {}, 'EVIDENCE_REQUIRED'],
    ['names an empty list', { evidence: [] }, 'EVIDENCE_REQUIRED'],
    ['names a file nobody uploaded', { evidence: [BROKEN_UUID] }, 'VALIDATION_FAILED'],
    ['names what can be no file', { evidence: ['證據'] }, 'VALIDATION_FAILED'],
  ])('is refused when it %s, and nothing has changed', async (_, input, expected) => {
    const { upload, answer, detail } = await setUp();
    await upload(pdf());
    expect(await code(answer(input))).toBe(expected);
    expect(await detail()).toMatchObject({ processStatus: 'PENDING', answer: null, evidenceFiles: [{}] });
  });

  it('says which of the files isn’t there', async () => {
    const { upload, answer } = await setUp();
    const { id } = await upload(pdf());
    await expect(answer({ evidence: [id, BROKEN_UUID] })).rejects.toMatchObject({
      details: { fields: [{ path: 'evidence.1', message: expect.stringMatching(/^No such evidence file/) }] },
    });
  });

  it('doesn’t take files of another alert of the same merchant', async () => {
    const { core, actor, merchantId, answer } = await setUp();
    const other = await buildAlert(core.db, { merchantId });
    const file = await execute(core, testCaller(actor), uploadEvidence, {
      id: other.id,
      fileName: 'x.pdf',
      bytes: pdf(),
    });
    expect(await code(answer({ evidence: [file.id] }))).toBe('VALIDATION_FAILED');
  });

  it('A-162 another answer may come with evidence; a file it doesn’t name is no part of it', async () => {
    const { core, upload, answer, arrived, detail } = await setUp();
    const named = await upload(pdf('named'));
    core.clock.advance(1);
    const other = await upload(pdf('left out'));
    const answered = await answer({ action: 'REFUND', refundAmount: 5, evidence: [named.id] });
    expect(answered.answer?.evidence).toEqual([named.id]);
    // A correction may still take it; once the answer has arrived it is nobody's business.
    expect(answered.evidenceFiles).toEqual([{ ...named, answered: true }, other]);
    await arrived();
    expect((await detail()).evidenceFiles).toEqual([{ ...named, answered: true }]);
  });
});

describe('A-165 A-166 A-368 uploading', () => {
  it.each([
    ['a program called .pdf', Buffer.from('MZ\x90\0 This program'), 'EVIDENCE_TYPE'],
    ['an empty file', Buffer.alloc(0), 'EVIDENCE_DAMAGED'],
    ['one byte more than 10 MB', pdfOf(EVIDENCE_MAX_BYTES + 1), 'EVIDENCE_TOO_LARGE'],
    ['10 MB exactly', pdfOf(EVIDENCE_MAX_BYTES), 'done'],
  ] as const)('%s', async (_, bytes, expected) => {
    const { kept, files } = watchedFiles();
    const { upload, rows } = await setUp({ files });
    expect(await code(upload(bytes))).toBe(expected);
    expect([kept.size, (await rows()).length]).toEqual(expected === 'done' ? [1, 1] : [0, 0]);
  });

  it('names a file after its content', async () => {
    const { upload } = await setUp();
    expect(await upload(png(), '..\\scan.pdf')).toMatchObject({ fileName: 'scan.png', contentType: 'image/png' });
  });

  it('takes ten files and no eleventh, until one is removed', async () => {
    const { upload, remove, detail } = await setUp();
    const uploaded = [];
    for (let i = 0; i < 10; i++) uploaded.push(await upload(pdf(`file ${i}`)));
    expect(await code(upload(pdf('eleventh')))).toBe('EVIDENCE_TOO_MANY');
    expect(await upload(pdf('file 3')), 'one that is there already').toEqual(uploaded[3]);
    await remove(uploaded[0]?.id ?? '');
    await upload(pdf('eleventh'));
    expect((await detail()).evidenceFiles).toHaveLength(10);
  });

  it('eleven at the same moment: ten are taken, and no file of the eleventh is left', async () => {
    const { kept, files } = watchedFiles();
    const { upload, rows } = await setUp({ files });
    const outcomes = await Promise.all(Array.from({ length: 11 }, (_, i) => code(upload(pdf(`at once ${i}`)))));
    expect(outcomes.filter((outcome) => outcome === 'EVIDENCE_TOO_MANY')).toHaveLength(1);
    expect([kept.size, (await rows()).length]).toEqual([10, 10]);
  });

  it('the same bytes are the same file, also twice at once', async () => {
    const { kept, files } = watchedFiles();
    const { upload, rows } = await setUp({ files });
    const [one, two] = await Promise.all([upload(pdf(), 'a.pdf'), upload(pdf(), 'b.pdf')]);
    expect(one).toEqual(two);
    expect(await upload(pdf(), 'c.pdf')).toEqual(one);
    expect([kept.size, (await rows()).length]).toEqual([1, 1]);
  });

  it('keeps no readable byte, under a name that says nothing', async () => {
    const { kept, files } = watchedFiles();
    const { upload, rows, read } = await setUp({ files });
    const { id } = await upload(pdf('cardholder Zhang San'), 'Zhang San.pdf');
    const [[key, sealed] = ['', Buffer.alloc(0)]] = kept;
    expect(sealed.includes('PDF') || sealed.includes('Zhang')).toBe(false);
    expect(key).toMatch(/^evidence\/[0-9a-f]{2}\/[0-9a-f-]{36}$/);
    expect((await rows())[0]?.storageKey).toBe(key);
    expect(Buffer.from((await read(id)).bytes).toString()).toContain('Zhang San');
  });

  it('a store that fails takes nothing and says: try again', async () => {
    const { files } = watchedFiles(async () => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    });
    const { upload, rows } = await setUp({ files });
    expect(await code(upload(pdf()))).toBe('UNAVAILABLE');
    expect(await rows()).toEqual([]);
  });

  it('an answer that comes and arrives while a file is being stored wins; the file isn’t kept', async () => {
    let answerMeanwhile = async () => undefined as unknown;
    const { kept, files } = watchedFiles(async () => {
      await answerMeanwhile();
    });
    const { upload, answer, arrived, rows } = await setUp({ files });
    answerMeanwhile = async () => {
      await answer({ action: 'IGNORE' });
      await arrived();
    };
    expect(await code(upload(pdf()))).toBe('ALERT_ALREADY_ANSWERED');
    expect([kept.size, await rows()]).toEqual([0, []]);
  });

  it.each([
    ['the network has refunded', { program: 'RDR' }, 'ALERT_NEEDS_NO_ANSWER'],
    ['A-350 is held', { holdReason: 'AMBIGUOUS_MERCHANTS' }, 'ALERT_NOT_FOUND'],
  ] as const)('is refused for an alert that %s', async (_, change, expected) => {
    const { upload } = await setUp(change);
    expect(await code(upload(pdf()))).toBe(expected);
  });

  it('A-351 a suspended merchant can read, not upload', async () => {
    const { upload, actor, as } = await setUp();
    const { id } = await upload(pdf());
    const suspended = as({ ...actor, merchantStatus: 'SUSPENDED' });
    expect(await code(suspended.upload(png()))).toBe('MERCHANT_SUSPENDED');
    expect(await code(suspended.remove(id))).toBe('MERCHANT_SUSPENDED');
    expect(await code(suspended.read(id))).toBe('done');
  });
});

describe('removing', () => {
  it('takes row and file away; twice is refused', async () => {
    const { kept, files } = watchedFiles();
    const { upload, remove, rows, audit } = await setUp({ files });
    const { id } = await upload(pdf());
    expect(await remove(id)).toEqual({ done: true });
    expect([kept.size, await rows()]).toEqual([0, []]);
    expect(await code(remove(id))).toBe('EVIDENCE_NOT_FOUND');
    expect((await audit('alerts.removeEvidence')).map(({ result }) => result)).toEqual(['OK']);
  });

  it('A-363 after the answer nothing of it can be removed, and once it has arrived nothing added', async () => {
    const { upload, remove, answer, arrived, rows } = await setUp();
    const { id } = await upload(pdf());
    await answer({ evidence: [id] });
    expect(await code(remove(id))).toBe('ALERT_ALREADY_ANSWERED');
    await arrived();
    expect(await code(remove(id))).toBe('ALERT_ALREADY_ANSWERED');
    expect(await code(upload(png()))).toBe('ALERT_ALREADY_ANSWERED');
    expect(await rows()).toHaveLength(1);
  });
});

describe('A-368 who may see evidence', () => {
  it('another merchant finds no alert, whatever it tries', async () => {
    const { core, upload, as, rows } = await setUp();
    const { id } = await upload(pdf());
    const stranger = as((await buildMerchant(core.db)).actor);
    const attempts = [() => stranger.upload(png()), () => stranger.read(id), () => stranger.remove(id)];
    for (const attempt of attempts) expect(await code(attempt())).toBe('ALERT_NOT_FOUND');
    expect(await rows()).toHaveLength(1);
  });

  it('an alert assigned to another merchant doesn’t take the first one’s files along', async () => {
    const { core, alert, upload, as } = await setUp();
    const { id } = await upload(pdf());
    const next = await buildMerchant(core.db);
    await core.db.updateTable('chargebackAlerts').set({ merchantId: next.id }).where('id', '=', alert.id).execute();
    const owner = as(next.actor);
    expect((await owner.detail()).evidenceFiles).toEqual([]);
    expect(await code(owner.read(id))).toBe('EVIDENCE_NOT_FOUND');
    expect(await code(owner.answer({ evidence: [id] }))).toBe('VALIDATION_FAILED');
    expect((await owner.upload(pdf())).id, 'the same bytes are a file of its own').not.toBe(id);
  });

  it('staff may read it; every reading leaves an audit row with its reader', async () => {
    const { core, upload, read, as, audit } = await setUp();
    const { id } = await upload(pdf());
    await read(id);
    const staff = await buildStaff(core.db);
    await as(staff.actor).read(id);
    const rows = await audit('alerts.getEvidence');
    expect(rows.map(({ actorKind, result }) => [actorKind, result])).toEqual([
      ['merchant', 'OK'],
      ['staff', 'OK'],
    ]);
    expect(JSON.parse(rows[0]?.detail ?? '{}')).toEqual({ evidenceId: id, size: pdf().length });
    const refused = await code(as((await buildStaff(core.db, { roles: ['SALES'] })).actor).read(id));
    expect(refused).toBe('FORBIDDEN');
  });

  it('a stored file that was changed or swapped is never handed out', async () => {
    const { kept, files } = watchedFiles();
    const { upload, read } = await setUp({ files });
    const [one, two] = [await upload(pdf('one')), await upload(pdf('two'))];
    const [first = '', second = ''] = kept.keys();
    kept.set(first, kept.get(second) ?? Buffer.alloc(0));
    expect(await code(read(one.id))).not.toBe('done');
    kept.delete(second);
    expect(await code(read(two.id))).toMatch(/is gone$/);
  });
});
