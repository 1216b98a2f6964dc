import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentBlock, PrintedDocument } from '@forewarn/core/ports/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocuments } from './documents.ts';
import { MISSING, printable } from './printable.ts';

const documents = createDocuments();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forewarn-pdf-'));
});
afterAll(() => rm(folder, { recursive: true }));

const made = (blocks: readonly DocumentBlock[], change: Partial<PrintedDocument> = {}): PrintedDocument => ({
  title: '拒付预警 USD 19.90',
  subtitle: 'SHOP*BEIJING · 4111** … 1234',
  label: '预警单',
  footer: 'SBX-1',
  locale: 'zh-CN',
  createdTime: new Date('2026-11-22T03:00:00Z'),
  blocks,
  ...change,
});

async function read(document: PrintedDocument) {
  const bytes = await documents.writePdf(document);
  const path = join(folder, `${crypto.randomUUID()}.pdf`);
  await writeFile(path, bytes);
  const run = (program: string, ...args: string[]) => execFileSync(program, [...args, path], { encoding: 'utf8' });
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  const info = run('pdfinfo');
  // How wide a gap must be to become a blank is the reader's taste.
  return {
    bytes,
    text: text.replace(/[^\S\n]+/g, ''),
    info,
    fonts: run('pdffonts'),
    pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]),
  };
}

const fields = (count: number, value: string): DocumentBlock => ({
  kind: 'fields',
  fields: Array.from({ length: count }, (_, index) => ({ label: `字段 ${index}`, value })),
});

describe('A-156 documents as PDF', { timeout: 30_000 }, () => {
  it('Chinese comes out as text, from embedded letters, in a small file without a word about its maker', async () => {
    const { text, info, fonts, bytes, pages } = await read(
      made([
        { kind: 'heading', text: '交易信息' },
        fields(30, '持卡人已提出异议 12.50'),
        { kind: 'note', text: '小字' },
      ]),
    );
    for (const words of [
      '拒付预警 USD 19.90',
      'SHOP*BEIJING',
      '交易信息',
      '持卡人已提出异议 12.50',
      '小字',
      'SBX-1',
      '1 / 1',
    ])
      expect(text).toContain(words.replaceAll(' ', ''));
    expect(pages).toBe(1);
    expect(bytes.length).toBeLessThan(200_000);
    expect(info).toMatch(/Page size:\s+595\.28 x 841\.89/);
    expect(info).toMatch(/Title:\s+拒付预警 USD 19\.90/);
    expect(info).not.toMatch(/Author|Subject|Keywords|pdfkit/i);
    expect(fonts.match(/yes yes yes/g)?.length).toBe(2);
  });

  it('a text longer than a page goes on on the next one, and every page has its foot', async () => {
    const value = Array.from({ length: 200 }, (_, index) => `第 ${index} 行`).join('\n');
    const { text, pages } = await read(made([{ kind: 'fields', fields: [{ label: '说明', value, wide: true }] }]));
    expect(pages).toBeGreaterThan(2);
    expect(text).toContain('第0行');
    expect(text).toContain('第199行');
    expect(text.match(new RegExp(`\\d/${pages}$`, 'gm'))?.length).toBe(pages);
  });

  it('events keep their order over several pages', async () => {
    const events = Array.from({ length: 120 }, (_, index) => ({
      time: '2026-11-22 11:00:00',
      text: `事件 ${index}。`,
    }));
    const { text, pages } = await read(made([{ kind: 'events', events }]));
    expect(pages).toBeGreaterThan(1);
    expect([...text.matchAll(/事件(\d+)。/g)].map(([, number]) => Number(number))).toEqual(
      events.map((_, index) => index),
    );
  });

  it('several at a time each get their own; one that cannot be written harms no other', async () => {
    // A time that is none: what the writer can't put down.
    const unwritable = made([], { createdTime: new Date(Number.NaN) });
    const all = await Promise.allSettled([
      read(made([{ kind: 'note', text: '甲' }])),
      documents.writePdf(unwritable),
      read(made([{ kind: 'note', text: '乙' }])),
    ]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const [first, , third] = all;
    expect(first.status === 'fulfilled' && first.value.text).toContain('甲');
    expect(third?.status === 'fulfilled' && 'text' in third.value && third.value.text).toContain('乙');
  });

  it('more than it may have under way are turned away at once, a thread that went idle starts again', async () => {
    const idle = Promise.withResolvers<void>();
    const few = createDocuments({ waiting: 1, idle: 1, onIdle: idle.resolve });
    const first = few.writePdf(made([]));
    await expect(few.writePdf(made([]))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect((await first).length).toBeGreaterThan(1000);
    await idle.promise;
    expect((await few.writePdf(made([]))).length).toBeGreaterThan(1000);
  });

  it('one that takes too long is given up', async () => {
    await expect(createDocuments({ milliseconds: 1 }).writePdf(made([]))).rejects.toThrow('too long');
  });
});

describe('A-156 signs the font lacks', { timeout: 30_000 }, () => {
  const known = new Set([...'張學友かな abcgpjZ e~\n', MISSING].map((sign) => sign.codePointAt(0)));
  const has = (codePoint: number) => known.has(codePoint);
  it.each([
    ['張學友 かな', '張學友 かな'],
    ['Že', 'Ze'],
    ['a😀b', `a${MISSING}b`],
    ['👩‍👩‍👧 a', `${MISSING} a`],
    ['한a', `${MISSING}a`],
    ['a\u202egpj\u202c', 'agpj'],
    ['a\u0000\u200bb', 'ab'],
    ['a\r\nb\n\n\n\nc', 'a\nb\n\nc'],
    ['\ud83d a', ' a'],
  ])('%j becomes %j', (text, shown) => {
    expect(printable(text, has)).toBe(shown);
  });

  it('are shown as such, and the rest of the line stays', async () => {
    const { text } = await read(made([{ kind: 'note', text: '繁體 張學友 日本 かな 한국 😀 Žan' }]));
    expect(text).toContain(`繁體張學友日本かな${MISSING}${MISSING}${MISSING}Zan`);
  });
});
