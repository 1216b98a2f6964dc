import type { Locale } from '../kernel/locale.ts';

/** Why a mail's text can't be taken, what it is about, and where: an offset into subject or body. */
export interface TextFault {
  field: 'subject' | 'body';
  code: TextFaultCode;
  at: number;
  what: string;
}

const ZH = {
  VARIABLE_UNKNOWN: (what: string) => `没有变量 {{${what}}}。请从变量列表中选择，或改正拼写。`,
  VARIABLE_FORM: (what: string) => `“${what}” 不是完整的变量。变量写作 {{alertId}}。`,
  VARIABLE_PLACE: (what: string) => `“${what}”：变量不能放在属性里，只能放在文字中或作为链接地址。`,
  VARIABLE_MISSING: (what: string) => `缺少 {{${what}}}：没有它，收件人无法据此处理。`,
  LINK_MISSING: (what: string) => `缺少指向 {{${what}}} 的链接，例如 <a href="{{${what}}}">…</a>。`,
  TAG_UNKNOWN: (what: string) => `不允许使用 <${what}>。可用：标题、段落、列表、表格、链接和文字样式。`,
  TAG_FORM: (what: string) => `“${what}” 无法识别为标签。属性值请用双引号；文字中的小于号写作 &lt;。`,
  TAG_UNCLOSED: (what: string) => `<${what}> 没有结束标签 </${what}>。`,
  TAG_UNOPENED: (what: string) => `</${what}> 与前面的开始标签不对应。`,
  ATTRIBUTE: (what: string) => `不允许使用属性 ${what}。`,
  STYLE: (what: string) => `样式 “${what}” 不允许：邮件中只能使用颜色、字体、间距、边框等简单样式。`,
  LINK: (what: string) => `链接 “${what}” 不允许：链接地址只能是本平台的变量（如 {{loginUrl}}）或 mailto: 地址。`,
  SUBJECT_LINE: () => '主题只能有一行。',
  SUBJECT_LINK: (what: string) => `{{${what}}} 是链接，不能放在主题里。`,
  SUBJECT_EMPTY: () => '请填写主题。',
  BODY_EMPTY: () => '请填写正文。',
};
export type TextFaultCode = keyof typeof ZH;

const EN: Record<TextFaultCode, (what: string) => string> = {
  VARIABLE_UNKNOWN: (what) => `There is no variable {{${what}}}. Choose one from the list or correct the spelling.`,
  VARIABLE_FORM: (what) => `“${what}” is not a whole variable. Write variables as {{alertId}}.`,
  VARIABLE_PLACE: (what) => `“${what}”: a variable may stand in text or be a link’s address, not in other attributes.`,
  VARIABLE_MISSING: (what) => `{{${what}}} is missing: without it the reader can’t act.`,
  LINK_MISSING: (what) => `A link to {{${what}}} is missing, such as <a href="{{${what}}}">…</a>.`,
  TAG_UNKNOWN: (what) =>
    `<${what}> is not allowed. There are headings, paragraphs, lists, tables, links and text styles.`,
  TAG_FORM: (what) =>
    `“${what}” can’t be read as a tag. Put attributes in double quotes; write &lt; for a less-than sign.`,
  TAG_UNCLOSED: (what) => `<${what}> is never closed by </${what}>.`,
  TAG_UNOPENED: (what) => `</${what}> doesn’t match the tag that is open.`,
  ATTRIBUTE: (what) => `The attribute ${what} is not allowed.`,
  STYLE: (what) => `The style “${what}” is not allowed: mails take simple colours, fonts, spacing and borders.`,
  LINK: (what) =>
    `The link “${what}” is not allowed: use a variable with an address of ours ({{loginUrl}}) or mailto:.`,
  SUBJECT_LINE: () => 'The subject is one line.',
  SUBJECT_LINK: (what) => `{{${what}}} is an address and doesn’t belong in the subject.`,
  SUBJECT_EMPTY: () => 'Enter a subject.',
  BODY_EMPTY: () => 'Enter the text.',
};

export function textFaultMessage({ code, what }: TextFault, locale: Locale): string {
  return (locale === 'en' ? EN : ZH)[code](what);
}

/** Where an offset is, as editors count: line and column from 1. */
export function placeOf(source: string, at: number): { line: number; column: number } {
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
