import { describe, expect, it } from 'vitest';
import { FIELD_WORDS, IMPORT_FIELDS } from './fields.ts';
import { guessMapping, isHeader, NO_MAPPING } from './mapping.ts';

describe('A-073 which column is what', () => {
  it.each(['zh-CN', 'en'] as const)('the template’s own headers in %s, in any order and spelling', (locale) => {
    const headers = IMPORT_FIELDS.map((field) => FIELD_WORDS[field].label[locale]);
    const inOrder = Object.fromEntries(IMPORT_FIELDS.map((field, column) => [field, column]));
    expect(guessMapping(headers, [])).toEqual(inOrder);
    expect(
      guessMapping(
        headers.map((header) => ` ${header.toUpperCase()}（必填）`),
        [],
      ),
    ).toEqual(inOrder);
    expect(guessMapping(headers.toReversed(), []).descriptor).toBe(headers.length - 1);
  });

  it('other words for the same, and no column twice', () => {
    expect(guessMapping(['MID', 'Billing descriptor', 'e-mail', 'BIN', 'bin'], [])).toEqual({
      ...NO_MAPPING,
      caid: 0,
      descriptor: 1,
      notifyEmail: 2,
      cardBin: 3,
    });
    expect(guessMapping(['收单行 BIN', '发卡行BIN', '类型'], [])).toMatchObject({
      acquirerBin: 0,
      cardBin: 1,
      program: 2,
    });
  });

  it('what stands in the columns, where the headers say nothing', () => {
    const lines = [
      ['1', 'SHOP*ONE', 'a@b.example', '411111'],
      ['2', 'SHOP*TWO', '', '41111122'],
    ];
    expect(guessMapping(['A', 'B', 'C', 'D'], lines)).toEqual({
      ...NO_MAPPING,
      descriptor: 1,
      notifyEmail: 2,
      cardBin: 3,
    });
    expect(guessMapping(['A'], [])).toEqual(NO_MAPPING);
  });

  it('names that mean something to JavaScript are only names', () => {
    expect(guessMapping(['__proto__', 'constructor', 'toString'], [])).toEqual(NO_MAPPING);
  });

  it('a first line with a BIN or an address is no header', () => {
    expect(isHeader(['描述符', '卡BIN'])).toBe(true);
    expect(isHeader(['SHOP', '411111'])).toBe(false);
    expect(isHeader(['SHOP', 'a@b.example'])).toBe(false);
  });
});
