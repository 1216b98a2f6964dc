import type { Locale } from '../kernel/locale.ts';

/** What a column of a spreadsheet can be: the fields of a card. */
export const IMPORT_FIELDS = [
  'descriptor',
  'cardBin',
  'caid',
  'notifyEmail',
  'remark',
  'program',
  'acquirerBin',
  'arn',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

interface FieldWords {
  /** As the template and the page call it. */
  label: Record<Locale, string>;
  /** Other headers that mean it, in the compared form of {@link foldHeader}. */
  synonyms: readonly string[];
  /** What the template's notes say. */
  rule: Record<Locale, string>;
  example: string;
}

/** In the order of the template's columns. */
export const FIELD_WORDS: Record<ImportField, FieldWords> = {
  descriptor: {
    label: { 'zh-CN': '描述符', en: 'Descriptor' },
    synonyms: [
      '账单描述符',
      '帐单描述符',
      '商户描述符',
      '账单名称',
      'billingdescriptor',
      'statementdescriptor',
      'merchantdescriptor',
      'dba',
    ],
    rule: {
      'zh-CN': "必填。持卡人账单上显示的商户名称，2–50 个字符，可用文字、数字、空格和 . , & ' * - _ / # @ + ( ) :",
      en: "Required. Your name as cardholders see it on their statement: 2–50 characters; letters, digits, spaces and . , & ' * - _ / # @ + ( ) :",
    },
    example: 'EXAMPLE*SHOP.COM',
  },
  cardBin: {
    label: { 'zh-CN': '卡BIN', en: 'Card BIN' },
    synonyms: ['bin', '发卡行bin', '卡bin号', '卡号前六位', '卡号前6位', 'issuerbin', 'iin', 'binnumber'],
    rule: {
      'zh-CN': 'ETHOCA 必填：要监控的银行卡卡号前 6–8 位数字。不要填写完整卡号。RDR 留空。',
      en: 'Required for ETHOCA: the first 6–8 digits of the cards to watch, never whole card numbers. Empty for RDR.',
    },
    example: '411111',
  },
  caid: {
    label: { 'zh-CN': 'CAID', en: 'CAID' },
    synonyms: [
      '受卡方标识码',
      '收单商户号',
      '商户号',
      'mid',
      'merchantid',
      'cardacceptorid',
      'cardacceptoridentificationcode',
    ],
    rule: {
      'zh-CN': '收单机构分配的商户号，一般 15 位。ETHOCA 选填，不填则不限；RDR 与收单行 BIN 一起填写。',
      en: 'The merchant number your acquirer gave you, usually 15 characters. ETHOCA: optional, empty means any; RDR: together with the acquirer BIN.',
    },
    example: '174030076543219',
  },
  notifyEmail: {
    label: { 'zh-CN': '通知邮箱', en: 'Notify e-mail' },
    synonyms: ['邮箱', '电子邮箱', '邮件', '邮箱地址', 'email', 'mail', 'notificationemail', 'emailaddress', 'notify'],
    rule: {
      'zh-CN': '选填。预警和报备结果发到这里；不填则使用导入页面上填写的默认邮箱。',
      en: 'Optional. Alerts and enrolment results go here; empty means the default address entered on the import page.',
    },
    example: 'risk@example.com',
  },
  remark: {
    label: { 'zh-CN': '备注', en: 'Remark' },
    synonyms: ['说明', 'note', 'notes', 'remarks', 'comment', 'comments'],
    rule: { 'zh-CN': '选填，最多 500 字。', en: 'Optional, at most 500 characters.' },
    example: '',
  },
  program: {
    label: { 'zh-CN': '预警类型', en: 'Program' },
    synonyms: ['类型', '报备类型', '预警类别', 'type', 'alerttype', 'alertprogram', 'programme'],
    rule: {
      'zh-CN': '选填：ETHOCA（按描述符监控）或 RDR（自动退款）。不填为 ETHOCA。',
      en: 'Optional: ETHOCA (watches a descriptor) or RDR (refunds by itself). Empty means ETHOCA.',
    },
    example: '',
  },
  acquirerBin: {
    label: { 'zh-CN': '收单行BIN', en: 'Acquirer BIN' },
    synonyms: ['收单bin', '收单机构bin', 'acquirerbinnumber', 'acqbin'],
    rule: {
      'zh-CN': '仅 RDR：收单行的 6–8 位 BIN，与 CAID 一起填写；或只填 ARN。',
      en: 'RDR only: the acquirer’s BIN, 6–8 digits, together with the CAID; or an ARN alone.',
    },
    example: '',
  },
  arn: {
    label: { 'zh-CN': 'ARN', en: 'ARN' },
    synonyms: ['收单参考号', 'acquirerreferencenumber'],
    rule: {
      'zh-CN': '仅 RDR：一笔交易的 23 位收单参考号，可代替收单行 BIN 与 CAID。',
      en: 'RDR only: the 23-digit acquirer reference number of one transaction, instead of acquirer BIN and CAID.',
    },
    example: '',
  },
};

/** The template's example line; a file that still holds it doesn't import it. */
export const EXAMPLE_DESCRIPTOR = FIELD_WORDS.descriptor.example;

/** A header in the form in which headers are compared: width, case, blanks and signs don't count. */
export function foldHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(必填|选填|required|optional)$/, '');
}
