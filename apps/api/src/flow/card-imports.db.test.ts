import { purgeImports, resumeImports } from '@forewarn/core/card-imports';
import type { CardImportDetail, ImportRow } from '@forewarn/core/card-imports/model';
import { after, DAY } from '@forewarn/core/kernel/time';
import { buildCard, unique } from '@forewarn/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSpreadsheets } from '../adapters/spreadsheet/spreadsheets.ts';
import { type Account, startTestSystem, type TestSystem } from '../testing/index.ts';

const spreadsheets = createSpreadsheets();
let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system?.stop());

const HEADER = ['描述符', '卡 BIN', 'CAID', '通知邮箱', '备注'];
const NONE = { program: null, acquirerBin: null, arn: null };
const xlsx = (rows: string[][]) => spreadsheets.writeXlsx([{ name: '授权卡', rows: [HEADER, ...rows] }]);
const line = (name: string, bin = '411111', email = 'risk@acme.example') => [name, bin, '', email, ''];

async function setUp(given?: Account) {
  const merchant = given ?? (await system.merchant({ locale: 'en' }));
  const token = await merchant.token();
  const call = <T>(method: string, path: string, body?: unknown) =>
    system.client.call<T>(method, `/api/v1/cards/imports${path}`, { token, ...(body !== undefined && { body }) });
  const upload = (bytes: Uint8Array<ArrayBuffer> | string, name = 'cards.xlsx') => {
    const body = new FormData();
    body.append('file', new Blob([bytes]), name);
    return call<CardImportDetail>('POST', '', body);
  };
  const rows = async (id: string, filter = 'ALL') =>
    (await call<{ records: ImportRow[]; total: number }>('GET', `/${id}/rows?size=50&filter=${filter}`)).body.data;
  const cards = () =>
    system.core.db
      .selectFrom('merchantCards')
      .selectAll()
      .where('merchantId', '=', merchant.id)
      .orderBy('id')
      .execute();
  const run = (id: string, submit = false) => call<CardImportDetail>('POST', `/${id}/run`, { submit });
  return { merchant, token, call, upload, rows, cards, run };
}
const outbox = (cardIds: readonly number[]) =>
  system.core.db
    .selectFrom('outbox')
    .selectAll()
    .where('topic', '=', 'card.enrol')
    .orderBy('id')
    .execute()
    .then((all) => all.filter(({ payload }) => cardIds.includes(JSON.parse(payload).cardId)));

describe('A-073 A-386 a spreadsheet of cards', () => {
  it('every line gets its verdict by the rules of the form; good ones are saved, bad ones can be put right', async () => {
    const { merchant, upload, rows, call, cards, run } = await setUp();
    const open = await buildCard(system.core.db, {
      merchantId: merchant.id,
      descriptor: 'STANDS*ALREADY',
      cardBin: '411111',
    });
    const closed = await buildCard(system.core.db, {
      merchantId: merchant.id,
      descriptor: 'WAS*CLOSED',
      status: 'CLOSED',
    });
    const { body } = await upload(
      xlsx([
        line('GOOD*ONE'),
        line('X', '41111', 'nobody'),
        line('GOOD*ONE'),
        line('STANDS*ALREADY'),
        line('WAS*CLOSED'),
        ['NO*EMAIL', '012345', '', '', ''],
        ['<script>', '', '1.74E+14', 'a@b.example', ''],
      ]),
      '../../卡片.xlsx',
    );
    const { data } = body;
    expect(data).toMatchObject({
      fileName: '卡片.xlsx',
      status: 'OPEN',
      totalRows: 7,
      readyRows: 3,
      problemRows: 4,
      defaultEmail: merchant.email,
      mapping: { descriptor: 0, cardBin: 1, caid: 2, notifyEmail: 3, remark: 4, ...NONE },
    });
    expect(data.columns.map(({ header }) => header)).toEqual(HEADER);
    const verdicts = (await rows(data.id)).records.map(({ line: at, verdict, other, faults }) => [
      at,
      verdict,
      other,
      faults.map(({ field, code }) => `${field} ${code}`).toSorted(),
    ]);
    expect(verdicts).toEqual([
      [2, 'READY', null, []],
      [3, 'ERROR', null, ['cardBin CARD_BIN_FORM', 'descriptor DESCRIPTOR_LENGTH', 'notifyEmail EMAIL']],
      [4, 'DUPLICATE', 2, []],
      [5, 'EXISTS', open.id, []],
      [6, 'REOPEN', closed.id, []],
      [7, 'READY', null, []],
      [8, 'ERROR', null, ['caid SHORTENED', 'cardBin MISSING', 'descriptor DESCRIPTOR_CHARACTERS']],
    ]);
    expect((await cards()).length, 'nothing is saved yet').toBe(2);

    const fixed = await call<ImportRow>('PUT', `/${data.id}/rows/3`, {
      values: { descriptor: 'GOOD*TWO', cardBin: '41111122', notifyEmail: '' },
    });
    expect(fixed.body.data).toMatchObject({
      verdict: 'READY',
      values: { descriptor: 'GOOD*TWO', notifyEmail: merchant.email },
    });
    expect((await call<ImportRow>('PUT', `/${data.id}/rows/2`, { values: { descriptor: 'GOOD*2' } })).status).toBe(200);
    expect((await rows(data.id)).records[2], 'what depends on it is judged again').toMatchObject({ verdict: 'READY' });

    const ran = (await run(data.id)).body.data;
    expect(ran).toMatchObject({ status: 'DONE', importedRows: 5, submittedRows: 0, problemRows: 2, undoableRows: 5 });
    const saved = await cards();
    expect(
      saved.map(({ descriptor, cardBin, status, submittedTime }) => [descriptor, cardBin, status, submittedTime]),
    ).toEqual([
      ['STANDS*ALREADY', '411111', 'REGISTERED', expect.any(Date)],
      ['WAS*CLOSED', '411111', 'PENDING', null],
      ['GOOD*2', '411111', 'PENDING', null],
      ['GOOD*TWO', '41111122', 'PENDING', null],
      ['GOOD*ONE', '411111', 'PENDING', null],
      ['NO*EMAIL', '012345', 'PENDING', null],
    ]);
    expect(saved.find(({ descriptor }) => descriptor === 'NO*EMAIL')?.notifyEmail).toBe(merchant.email);
    expect(await outbox(saved.map(({ id }) => id))).toEqual([]);

    const audit = await system.core.db.selectFrom('auditLogs').selectAll().where('targetId', '=', data.id).execute();
    expect(
      audit.filter(({ action }) => action === 'cards.imports.run').map(({ detail }) => JSON.parse(detail ?? '')),
    ).toEqual([{ rows: 7, imported: 5, submitted: 0, uploadedBy: expect.stringMatching(/^merchant:\d+$/) }]);
    expect((await run(data.id)).body.data, 'safe to repeat').toMatchObject({ importedRows: 5 });
    expect((await cards()).length).toBe(6);
  });

  it('submits what was saved, one after the other so that nothing else has to wait', async () => {
    const { upload, cards, run } = await setUp();
    const { id } = (await upload(xlsx(Array.from({ length: 20 }, (_, n) => line(`SHOP*${n}`))))).body.data;
    expect((await run(id, true)).body.data).toMatchObject({ importedRows: 20, submittedRows: 20, undoableRows: 0 });
    const saved = await cards();
    expect(saved.every(({ submittedTime, generation }) => submittedTime !== null && generation === 1)).toBe(true);
    const effects = await outbox(saved.map((card) => card.id));
    expect(effects.map(({ effectKey }) => effectKey)).toEqual(saved.map(({ cardRef }) => `${cardRef}:1`));
    const first = effects[0]?.nextTime.getTime() ?? 0;
    expect(effects.map(({ nextTime }) => nextTime.getTime() - first)).toEqual(effects.map((_, n) => n * 100));
  });

  it('both programs come from one file', async () => {
    const { upload, cards, run } = await setUp();
    const file = [
      'descriptor,bin,caid,program,acquirer bin,arn',
      'ACME*E,411111,,,,',
      'ACME*R,,C-1,RDR,422222,',
      `ACME*A,,,rdr,,${'7'.repeat(23)}`,
      'ACME*X,411111,,RDR,,',
    ].join('\n');
    const { id, readyRows } = (await upload(file, 'both.csv')).body.data;
    expect(readyRows).toBe(3);
    await run(id);
    expect(
      (await cards()).map((card) => [card.program, card.cardBin, card.acquirerBin, card.caid, card.arn, card.state]),
    ).toEqual([
      ['ETHOCA', '411111', '', '', '', 'SAVED'],
      ['RDR', '', '422222', 'C-1', '', 'SAVED'],
      ['RDR', '', '', '', '7'.repeat(23), 'SAVED'],
    ]);
  });

  it('undoing takes back what was never submitted, says what stays, and the lines can be imported again', async () => {
    const { merchant, upload, cards, run, call, token } = await setUp();
    const closed = await buildCard(system.core.db, {
      merchantId: merchant.id,
      descriptor: 'WAS*CLOSED',
      status: 'CLOSED',
    });
    const { id } = (await upload(xlsx([line('A*1'), line('A*2'), line('WAS*CLOSED')]))).body.data;
    await run(id);
    const submitted = (await cards()).find(({ descriptor }) => descriptor === 'A*1');
    await system.client.call('POST', `/api/v1/cards/${submitted?.id}/register`, { token, body: {} });
    const undone = await call<{ removed: number; kept: number }>('POST', `/${id}/undo`, {});
    expect(undone.body.data).toMatchObject({
      removed: 2,
      kept: 1,
      import: { status: 'DONE', importedRows: 1, undoneRows: 2 },
    });
    expect((await cards()).map((card) => [card.descriptor, card.status])).toEqual([
      ['WAS*CLOSED', 'CLOSED'],
      ['A*1', 'PENDING'],
    ]);
    expect((await call<object>('POST', `/${id}/undo`, {})).body.data).toMatchObject({ removed: 0, kept: 1 });
    expect((await run(id)).body.data).toMatchObject({ importedRows: 3 });
    expect((await cards()).find((card) => card.id === closed.id)?.status).toBe('PENDING');
  });

  it('columns in another order or without a header are guessed, can be changed, and are remembered', async () => {
    const { merchant, upload, call } = await setUp();
    const csv = (name: string) => `Shop,Nr,Numbers\n${name},x,411111\n`;
    const first = (await upload(csv('ONE'), 'a.csv')).body.data;
    expect(first.mapping).toEqual({ descriptor: 0, cardBin: 2, caid: null, notifyEmail: null, remark: null, ...NONE });
    expect(first).toMatchObject({ readyRows: 1, defaultEmail: merchant.email });
    const mapping = { ...first.mapping, caid: 1, descriptor: null };
    const changed = await call<CardImportDetail>('PUT', `/${first.id}/columns`, { mapping, defaultEmail: '' });
    expect(changed.body.data).toMatchObject({ mapping, readyRows: 0, defaultEmail: '' });
    expect((await upload(csv('TWO'), 'b.csv')).body.data.mapping).toEqual(mapping);
    const bare = (await upload('411111;shop@a.example;MY*SHOP\n', 'c.csv')).body.data;
    expect(bare.columns.map(({ header }) => header)).toEqual(['A', 'B', 'C']);
    expect(bare).toMatchObject({ mapping: { descriptor: 2, cardBin: 0, notifyEmail: 1 }, readyRows: 1 });
  });

  it('the template of each language comes back as nothing but its example, which is skipped', async () => {
    const { token, upload } = await setUp();
    for (const [language, format] of [
      ['zh-CN', 'xlsx'],
      ['en', 'xlsx'],
      ['zh-CN', 'csv'],
      ['en', 'csv'],
    ]) {
      const response = await fetch(`${system.url}/api/v1/cards/imports/template?format=${format}`, {
        headers: { authorization: `Bearer ${token}`, 'accept-language': language ?? '' },
      });
      expect(response.headers.get('content-disposition')).toMatch(/attachment/);
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect((await upload(bytes)).body.error).toBe('CARD_IMPORT_EMPTY');
      const read = await spreadsheets.read(bytes, { maxLines: 100, maxColumns: 50 });
      expect(read).toMatchObject({
        lines: [
          {
            cells:
              language === 'en'
                ? ['Descriptor', 'Card BIN', 'CAID', 'Notify e-mail', 'Remark', 'Program', 'Acquirer BIN', 'ARN']
                : ['描述符', '卡BIN', 'CAID', '通知邮箱', '备注', '预警类型', '收单行BIN', 'ARN'],
          },
          {},
        ],
      });
    }
  });

  it('the file of problems says why, and can be put right and uploaded again', async () => {
    const { token, upload } = await setUp();
    const { id } = (await upload(xlsx([line('GOOD*ONE'), line('=cmd()', '4'), line('GOOD*ONE')]))).body.data;
    const problems = async (format: string) => {
      const path = `${system.url}/api/v1/cards/imports/${id}/problems?format=${format}`;
      const response = await fetch(path, { headers: { authorization: `Bearer ${token}`, 'accept-language': 'en' } });
      return new Uint8Array(await response.arrayBuffer());
    };
    const bytes = await problems('xlsx');
    const read = await spreadsheets.read(bytes, { maxLines: 100, maxColumns: 50 });
    expect(read.kind === 'table' && read.lines.map(({ cells }) => [cells[0], cells[8], cells[9]])).toEqual([
      ['Descriptor', 'Reason', 'Line'],
      ['=cmd()', expect.stringContaining('An issuer BIN has 6–8 digits'), '3'],
      ['GOOD*ONE', 'The same as line 2', '4'],
    ]);
    const csv = new TextDecoder().decode(await problems('csv'));
    expect(csv).toContain(`"'=cmd()"`);
    expect((await upload(bytes)).body.data).toMatchObject({ totalRows: 2, readyRows: 1, mapping: { remark: 4 } });
  });
});

describe('A-386 what can go wrong', () => {
  it('files that are none are refused with what to do', async () => {
    const { upload } = await setUp();
    const refusals = [
      ['<html><table></table></html>', 'CARD_IMPORT_NO_TABLE'],
      [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'CARD_IMPORT_OLD_EXCEL'],
      [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'CARD_IMPORT_DAMAGED'],
      ['descriptor,bin\n', 'CARD_IMPORT_EMPTY'],
      [`bin\n${'411111\n'.repeat(5001)}`, 'CARD_IMPORT_TOO_MANY_ROWS'],
      [`${'x,'.repeat(60)}\n`, 'CARD_IMPORT_TOO_HEAVY'],
      ['x'.repeat(6 * 1024 * 1024), 'CARD_IMPORT_TOO_LARGE'],
    ] as const;
    for (const [bytes, error] of refusals) expect((await upload(bytes, 'cards.xls')).body?.error).toBe(error);
  });

  it('an import whose process died in the middle is finished by the reconciler, audited once', async () => {
    const { upload, cards } = await setUp();
    const { id } = (await upload(xlsx(Array.from({ length: 700 }, (_, n) => line(`SHOP*${n}`))))).body.data;
    await system.core.db
      .updateTable('cardImports')
      .set({ status: 'RUNNING', touchedTime: after(system.core.now(), -60_000) })
      .where('id', '=', id)
      .execute();
    expect(await resumeImports(system.core)).toBe(1);
    expect((await cards()).length).toBe(700);
    expect(await resumeImports(system.core)).toBe(0);
    const audit = await system.core.db
      .selectFrom('auditLogs')
      .selectAll()
      .where('targetId', '=', id)
      .where('action', '=', 'cards.imports.run')
      .execute();
    expect(audit.map(({ actorKind }) => actorKind)).toEqual(['system']);
  });

  it('two callers at once save each line once', async () => {
    const { upload, cards, run } = await setUp();
    const { id } = (await upload(xlsx(Array.from({ length: 600 }, (_, n) => line(`SHOP*${n}`))))).body.data;
    const answers = await Promise.all([run(id), run(id), run(id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await cards()).length).toBe(600);
  });

  it('the same bytes again are the same import; a card added meanwhile is not added twice', async () => {
    const { upload, cards, run, token } = await setUp();
    const bytes = xlsx([line('SHOP*1'), line('SHOP*2')]);
    const first = (await upload(bytes)).body.data;
    expect((await upload(bytes)).body.data.id).toBe(first.id);
    const body = { descriptor: 'SHOP*1', cardBin: '411111', notifyEmail: 'a@b.example' };
    await system.client.call('POST', '/api/v1/cards', { token, body });
    expect((await run(first.id)).body.data).toMatchObject({ importedRows: 1, readyRows: 0, problemRows: 1 });
    expect((await cards()).length).toBe(2);
  });

  it('an upload can be discarded until it is imported; lines go after a month, the history stays', async () => {
    const { upload, call, run, rows } = await setUp();
    const discarded = (await upload(xlsx([line('SHOP*1')]))).body.data;
    expect((await call('DELETE', `/${discarded.id}`, {})).status).toBe(200);
    expect((await call('GET', `/${discarded.id}`)).body.error).toBe('CARD_IMPORT_NOT_FOUND');
    const { id } = (await upload(xlsx([line('SHOP*2'), line('x', 'y')]))).body.data;
    await run(id);
    expect((await call('DELETE', `/${id}`, {})).body.error).toBe('CARD_IMPORT_STATE');
    await system.core.db
      .updateTable('cardImports')
      .set({ createdTime: after(system.core.now(), -31 * DAY) })
      .where('id', '=', id)
      .execute();
    expect(await purgeImports(system.core)).toBe(1);
    expect(await purgeImports(system.core)).toBe(0);
    expect((await rows(id)).total).toBe(0);
    expect((await call<CardImportDetail>('GET', `/${id}`)).body.data).toMatchObject({ purged: true, importedRows: 1 });
    expect((await call('POST', `/${id}/undo`, {})).body.error).toBe('CARD_IMPORT_STATE');
    const history = await call<{ records: { id: string }[] }>('GET', '?size=5');
    expect(history.body.data.records.map((one) => one.id)).toEqual([id]);
  });

  it('A-386 what the file holds lies sealed in the database', async () => {
    const { upload } = await setUp();
    const secret = `PAN ${unique()}`;
    const { id } = (await upload(`descriptor,bin,extra\nSHOP,411111,${secret}\n`, 'a.csv')).body.data;
    const stored = await system.core.db
      .selectFrom('cardImportRows')
      .select('cellsEnc')
      .where('importId', '=', id)
      .execute();
    expect(stored.length).toBe(1);
    expect(stored.some(({ cellsEnc }) => cellsEnc.includes(secret))).toBe(false);
  });
});
