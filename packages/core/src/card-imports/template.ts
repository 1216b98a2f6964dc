import { toCsv } from '../kernel/csv.ts';
import type { Locale } from '../kernel/locale.ts';
import type { SheetContent } from '../ports/spreadsheets.ts';
import { FIELD_WORDS, IMPORT_FIELDS } from './fields.ts';
import { IMPORT_MAX_ROWS } from './model.ts';

/** Empty lines of the template that are formatted as text, so that what is typed there keeps its zeros. */
const BLANK_LINES = 1000;
const WIDTHS = [28, 14, 22, 30, 30, 12, 14, 26];

const WORDS = {
  'zh-CN': {
    cards: '授权卡',
    notes: '填写说明',
    column: '列',
    rule: '规则',
    more: [
      ['示例行', '第 2 行是示例，导入时会跳过，可以直接覆盖或删除。'],
      ['行数', `每个文件最多 ${IMPORT_MAX_ROWS.toLocaleString('en-US')} 行、5 MB。`],
      ['重复', '描述符、BIN、CAID 等都相同的行只导入一次；已存在的授权卡不会重复新增。'],
      ['数字', '请保持单元格为“文本”格式，否则表格软件可能去掉开头的 0，或把长数字缩写成 1.74E+14。'],
    ],
  },
  en: {
    cards: 'Cards',
    notes: 'How to fill in',
    column: 'Column',
    rule: 'Rule',
    more: [
      ['Example', 'Line 2 is an example. It is skipped; overwrite or delete it.'],
      ['Lines', `At most ${IMPORT_MAX_ROWS.toLocaleString('en-US')} lines and 5 MB a file.`],
      [
        'Duplicates',
        'Lines alike in descriptor, BIN and CAID are imported once; cards you have already are not added again.',
      ],
      [
        'Numbers',
        'Keep the cells formatted as text, or the spreadsheet may drop leading zeros or shorten long numbers to 1.74E+14.',
      ],
    ],
  },
} as const;

export function headersFor(locale: Locale): string[] {
  return IMPORT_FIELDS.map((field) => FIELD_WORDS[field].label[locale]);
}

const exampleLine = () => IMPORT_FIELDS.map((field) => FIELD_WORDS[field].example);

/** The sheet to fill in, and one that says how. */
export function templateSheets(locale: Locale): SheetContent[] {
  const { cards, notes, column, rule, more } = WORDS[locale];
  const rules = IMPORT_FIELDS.map((field) => [FIELD_WORDS[field].label[locale], FIELD_WORDS[field].rule[locale]]);
  return [
    { name: cards, rows: [headersFor(locale), exampleLine()], widths: WIDTHS, blankLines: BLANK_LINES },
    { name: notes, rows: [[column, rule], ...rules, ...more], widths: [18, 90] },
  ];
}

export function templateCsv(locale: Locale): string {
  return toCsv(headersFor(locale), [exampleLine()]);
}
