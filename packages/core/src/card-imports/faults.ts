import type { z } from 'zod';
import { faultText, isFieldFault } from '../kernel/field-faults.ts';
import type { Locale } from '../kernel/locale.ts';
import type { ImportField } from './fields.ts';
import type { RowValues } from './values.ts';

/** What is wrong with one cell. `code`: a {@link RowFaultCode}, or a fault of the card's own schema. */
export interface RowFault {
  field: ImportField;
  code: string;
}

const ZH = {
  MISSING: '请填写此项',
  DESCRIPTOR_LENGTH: '描述符须为 2–50 个字符',
  DESCRIPTOR_CHARACTERS: "描述符只能包含文字、数字、空格和 . , & ' * - _ / # @ + ( ) :",
  BIN: 'BIN 须为 6–8 位数字',
  PROGRAM: '请填写 ETHOCA 或 RDR；不填为 ETHOCA',
  CAID_LENGTH: 'CAID 不能超过 100 个字符',
  CAID_CHARACTERS: 'CAID 只能包含字母、数字、空格和 . - _ /',
  EMAIL: '请填写有效的邮箱，例如 risk@company.com',
  REMARK: '备注不能超过 500 字',
  SHORTENED: '表格软件把这个数字缩写了（如 1.74E+14），请填写完整数字，并把该列设为“文本”格式',
  INVALID: '内容无效，请修改',
} as const;
export type RowFaultCode = keyof typeof ZH;

const EN: Record<RowFaultCode, string> = {
  MISSING: 'Please fill this in',
  DESCRIPTOR_LENGTH: 'A descriptor has 2–50 characters',
  DESCRIPTOR_CHARACTERS: "A descriptor takes only letters, digits, spaces and . , & ' * - _ / # @ + ( ) :",
  BIN: 'A BIN has 6–8 digits',
  PROGRAM: 'Enter ETHOCA or RDR; empty means ETHOCA',
  CAID_LENGTH: 'A CAID has at most 100 characters',
  CAID_CHARACTERS: 'A CAID takes only letters, digits, spaces and . - _ /',
  EMAIL: 'Enter a valid e-mail address, for example risk@company.com',
  REMARK: 'At most 500 characters',
  SHORTENED:
    'The spreadsheet has shortened this number (like 1.74E+14). Enter all digits and format the column as text',
  INVALID: 'Not valid, please change it',
};

const TEXTS: Record<Locale, Record<RowFaultCode, string>> = { 'zh-CN': ZH, en: EN };

export function rowFaultText(code: string, locale: Locale): string {
  if (isRowFault(code)) return TEXTS[locale][code];
  return isFieldFault(code) ? faultText(code, locale).replace(/[。.]$/, '') : TEXTS[locale].INVALID;
}

function isRowFault(code: string): code is RowFaultCode {
  return Object.hasOwn(ZH, code);
}

/** A card schema's complaints about a line, one a field, in words of ours. */
export function rowFaults(error: z.ZodError, values: RowValues): RowFault[] {
  const faults = new Map<ImportField, RowFault>();
  for (const issue of error.issues) {
    const field = fieldOf(issue.path[0], values);
    if (field && !faults.has(field)) faults.set(field, { field, code: codeOf(field, values[field], issue) });
  }
  return [...faults.values()];
}

function fieldOf(name: PropertyKey | undefined, values: RowValues): ImportField | undefined {
  return (Object.keys(values) as ImportField[]).find((field) => field === name);
}

function codeOf(field: ImportField, value: string, issue: z.core.$ZodIssue): string {
  if (/^\d([.,]\d+)?E\+\d+$/i.test(value)) return 'SHORTENED';
  if (value === '')
    return issue.code === 'custom' && isFieldFault(issue.message) && issue.message !== 'REQUIRED'
      ? issue.message
      : 'MISSING';
  if (issue.code === 'custom') return issue.message;
  const size = issue.code === 'too_small' || issue.code === 'too_big';
  switch (field) {
    case 'descriptor':
      return size ? 'DESCRIPTOR_LENGTH' : 'DESCRIPTOR_CHARACTERS';
    case 'cardBin':
    case 'acquirerBin':
      return 'BIN';
    case 'program':
      return 'PROGRAM';
    case 'caid':
      return size ? 'CAID_LENGTH' : 'CAID_CHARACTERS';
    case 'notifyEmail':
      return 'EMAIL';
    case 'remark':
      return 'REMARK';
    default:
      return 'INVALID';
  }
}
