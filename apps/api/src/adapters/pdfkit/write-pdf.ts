import { buffer } from 'node:stream/consumers';
import type { DocumentBlock, DocumentField, PrintedDocument } from '@forewarn/core/ports/documents';
import PDFDocument from 'pdfkit';
import type { Fonts } from './fonts.ts';
import { printable } from './printable.ts';

const MARGIN = { top: 42, bottom: 46, left: 46, right: 46 };
const WIDTH = 595.28 - MARGIN.left - MARGIN.right;
const GAP = 18;
const HALF = (WIDTH - GAP) / 2;
const LABEL = 92;
const INK = '#111111';
const GREY = '#555555';
const RULE = '#c8c8c8';
/** A field higher than this is a text, whatever it was meant to be. */
const TALL = 60;

/** One document as PDF bytes; nothing in it but what is seen, its title and its time. */
export async function writePdf(document: PrintedDocument, fonts: Fonts): Promise<Uint8Array<ArrayBuffer>> {
  const show = (text: string) => printable(text, fonts.has);
  const page = new PDFDocument({
    size: 'A4',
    margins: MARGIN,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: document.locale,
    displayTitle: true,
    info: { Title: show(document.title), Creator: '', Producer: '', CreationDate: document.createdTime },
  });
  const done = buffer(page);
  page.registerFont('regular', fonts.regular);
  page.registerFont('strong', fonts.strong);
  head(page, document, show);
  for (const block of document.blocks) draw(page, block, show);
  foot(page, show(document.footer));
  page.end();
  return new Uint8Array(await done);
}

type Page = InstanceType<typeof PDFDocument>;
type Show = (text: string) => string;

function head(page: Page, { label, title, subtitle }: PrintedDocument, show: Show): void {
  page.font('regular').fontSize(8.5).fillColor(GREY).text(show(label), MARGIN.left, MARGIN.top, { width: WIDTH });
  page.font('strong').fontSize(17).fillColor(INK).text(show(title), { width: WIDTH });
  page.font('regular').fontSize(9.5).fillColor(GREY).text(show(subtitle), { width: WIDTH });
  page.moveDown(0.4);
}

function draw(page: Page, block: DocumentBlock, show: Show): void {
  switch (block.kind) {
    case 'heading':
      heading(page, show(block.text));
      break;
    case 'fields':
      fields(page, block.fields, show);
      break;
    case 'events':
      for (const { time, text } of block.events) field(page, { label: time, value: text, wide: true }, show);
      break;
    default:
      note(page, show(block.text));
  }
}

/** Small print, on one page unless it is longer than that: half a sentence on the next helps nobody. */
function note(page: Page, text: string): void {
  const lines = { width: WIDTH, lineGap: 1.5 };
  page.font('regular').fontSize(8.2).fillColor(GREY);
  room(page, Math.min(page.heightOfString(text, lines) + 3, 400));
  page.text(text, MARGIN.left, page.y + 3, lines);
}

/** Starts a new page unless so much is left on this one. */
function room(page: Page, height: number): void {
  if (page.y + height > page.page.height - MARGIN.bottom) page.addPage();
}

function heading(page: Page, text: string): void {
  room(page, 50);
  const y = page.y + 8;
  page
    .moveTo(MARGIN.left, y)
    .lineTo(MARGIN.left + WIDTH, y)
    .lineWidth(0.6)
    .strokeColor(RULE)
    .stroke();
  page
    .font('strong')
    .fontSize(10.5)
    .fillColor(INK)
    .text(text, MARGIN.left, y + 5, { width: WIDTH });
  page.y += 2;
}

/** Short ones two in a line, the others a line each. */
function fields(page: Page, all: readonly DocumentField[], show: Show): void {
  let left: DocumentField | undefined;
  const flush = () => {
    if (left) row(page, [left], show);
    left = undefined;
  };
  for (const one of all) {
    if (one.wide || heightOf(page, show(one.value ?? ''), HALF - LABEL) > TALL) {
      flush();
      field(page, one, show);
    } else if (left) {
      row(page, [left, one], show);
      left = undefined;
    } else left = one;
  }
  flush();
}

function heightOf(page: Page, text: string, width: number): number {
  return page.font('regular').fontSize(9).heightOfString(text, { width });
}

function row(page: Page, pair: readonly DocumentField[], show: Show): void {
  const height = Math.max(...pair.map(({ value }) => heightOf(page, show(value ?? ''), HALF - LABEL)), 13);
  room(page, height);
  const y = page.y;
  for (const [index, { label, value }] of pair.entries()) {
    const x = MARGIN.left + index * (HALF + GAP);
    page
      .font('regular')
      .fontSize(8.5)
      .fillColor(GREY)
      .text(show(label), x, y + 0.5, { width: LABEL - 6 });
    page
      .fontSize(9)
      .fillColor(INK)
      .text(show(value || '–'), x + LABEL, y, { width: HALF - LABEL });
  }
  page.y = y + height + 2;
}

/** May run over the end of the page. */
function field(page: Page, { label, value }: DocumentField, show: Show): void {
  room(page, 16);
  const y = page.y;
  page
    .font('regular')
    .fontSize(8.5)
    .fillColor(GREY)
    .text(show(label), MARGIN.left, y + 0.5, { width: LABEL - 6 });
  const below = page.y;
  page.fontSize(9).fillColor(INK);
  const first = page.bufferedPageRange().count;
  page.text(show(value || '–'), MARGIN.left + LABEL, y, { width: WIDTH - LABEL });
  if (page.bufferedPageRange().count === first) page.y = Math.max(page.y, below);
  page.y += 2;
}

function foot(page: Page, text: string): void {
  const { start, count } = page.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    page.switchToPage(index);
    // Below the margin, where text would otherwise begin a page of its own.
    page.page.margins.bottom = 0;
    const y = page.page.height - MARGIN.bottom + 16;
    page.font('regular').fontSize(7.5).fillColor(GREY);
    page.text(text, MARGIN.left, y, { width: WIDTH - 40, lineBreak: false, ellipsis: true });
    page.text(`${index + 1} / ${count}`, MARGIN.left, y, { width: WIDTH, align: 'right', lineBreak: false });
  }
}
