import { escapeHtml } from './html.ts';
import type { TextFault, TextFaultCode } from './text-faults.ts';

/** What a text may name: a variable, whether its value is an address of ours, and whether it may stand in the subject. */
export interface VariableRule {
  name: string;
  url: boolean;
}

type Token =
  | { kind: 'text'; text: string }
  | { kind: 'variable'; name: string }
  | { kind: 'open'; tag: string; attributes: [name: string, value: string][]; link?: string }
  | { kind: 'close'; tag: string };
export type Parsed = readonly Token[];

const VOID = new Set(['br', 'hr']);
const TAGS = new Set(
  'h1 h2 h3 p div span strong b em i u s small sub sup code blockquote ul ol li table thead tbody tfoot tr td th a br hr'.split(
    ' ',
  ),
);
const PLAIN_ATTRIBUTES = new Set(
  'align valign width height bgcolor border cellpadding cellspacing colspan rowspan dir lang title role'.split(' '),
);
const STYLES =
  /^(color|background|background-color|font-(family|size|weight|style)|line-height|letter-spacing|text-(align|decoration|transform)|vertical-align|white-space|word-break|overflow-wrap|display|width|max-width|min-width|height|(margin|padding|border)(-(top|right|bottom|left))?|border-(radius|collapse|spacing))$/;
const STYLE_VALUE = /^[\w\s.%#,!'-]+$/;
const VARIABLE = /^\{\{\s*([A-Za-z][\w-]{0,40})\s*\}\}/;
const TAG = /^<(\/?)([A-Za-z][A-Za-z0-9]*)((?:\s+[A-Za-z-]+\s*=\s*"[^"<]*")*)\s*(\/?)>/;
const ATTRIBUTE = /([A-Za-z-]+)\s*=\s*"([^"<]*)"/g;
const ENTITY = /^&(?:[A-Za-z][A-Za-z0-9]{1,20}|#\d{1,6});/;

/**
 * Reads a mail's body: a small strict subset of HTML with `{{variable}}`. Whatever isn't named here is refused with its place, never
 * mended: what is sent is written anew from the tokens, so that nothing unread gets through.
 */
export function parseBody(source: string, variables: readonly VariableRule[]): { tokens: Parsed; faults: TextFault[] } {
  const tokens: Token[] = [];
  const faults: TextFault[] = [];
  const open: { tag: string; at: number }[] = [];
  const known = new Map(variables.map((rule) => [rule.name, rule]));
  const fault = (code: TextFaultCode, at: number, what: string) => faults.push({ code, at, what, field: 'body' });
  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at);
    if (rest.startsWith('{{') || rest.startsWith('}}')) {
      const variable = VARIABLE.exec(rest);
      const name = variable?.[1];
      if (!variable || name === undefined) {
        fault('VARIABLE_FORM', at, rest.slice(0, 24));
        at += 2;
        continue;
      }
      if (known.has(name)) tokens.push({ kind: 'variable', name });
      else fault('VARIABLE_UNKNOWN', at, name);
      at += variable[0].length;
    } else if (rest.startsWith('<')) {
      const [whole, slash, name = '', written = ''] = TAG.exec(rest) ?? [];
      const tag = name.toLowerCase();
      if (whole === undefined) {
        fault('TAG_FORM', at, rest.slice(0, 24));
        at += 1;
        continue;
      }
      if (!TAGS.has(tag)) fault('TAG_UNKNOWN', at, name);
      else if (slash) {
        const last = open.at(-1);
        if (last?.tag === tag) open.pop();
        else fault('TAG_UNOPENED', at, tag);
        tokens.push({ kind: 'close', tag });
      } else {
        if (!VOID.has(tag)) open.push({ tag, at });
        tokens.push(opening(tag, written, at + 1 + name.length));
      }
      at += whole.length;
    } else {
      const next = rest.slice(1).search(/[<]|\{\{|\}\}/);
      const text = next < 0 ? rest : rest.slice(0, next + 1);
      tokens.push({ kind: 'text', text });
      at += text.length;
    }
  }
  for (const { tag, at: place } of open) fault('TAG_UNCLOSED', place, tag);
  return { tokens, faults };

  function opening(tag: string, written: string, from: number): Token {
    const attributes: [string, string][] = [];
    let link: string | undefined;
    for (const match of written.matchAll(ATTRIBUTE)) {
      const name = (match[1] ?? '').toLowerCase();
      const value = match[2] ?? '';
      const place = from + match.index;
      if (name === 'href' && tag === 'a') {
        const variable = VARIABLE.exec(value);
        const target = variable && variable[0] === value.trim() ? variable[1] : undefined;
        if (target !== undefined && !known.has(target)) fault('VARIABLE_UNKNOWN', place, target);
        else if (target !== undefined && known.get(target)?.url) link = target;
        else if (/^mailto:[\w.+-]+@[\w.-]+$/i.test(value)) attributes.push([name, value]);
        else fault('LINK', place, value);
      } else if (value.includes('{{') || value.includes('}}')) fault('VARIABLE_PLACE', place, value);
      else if (name === 'style') {
        const wrong = wrongStyle(value);
        if (wrong === undefined) attributes.push([name, value]);
        else fault('STYLE', place, wrong);
      } else if (PLAIN_ATTRIBUTES.has(name) && /^[\w\s.%#,:;()\u4e00-\u9fff-]*$/.test(value))
        attributes.push([name, value]);
      else fault('ATTRIBUTE', place, name);
    }
    return { kind: 'open', tag, attributes, ...(link !== undefined && { link }) };
  }
}

function wrongStyle(style: string): string | undefined {
  return style
    .split(';')
    .map((rule) => rule.trim())
    .filter(Boolean)
    .find((rule) => {
      const colon = rule.indexOf(':');
      const name = rule.slice(0, colon).trim().toLowerCase();
      return colon < 1 || !STYLES.test(name) || !STYLE_VALUE.test(rule.slice(colon + 1));
    });
}

/** A subject: one line of plain text with variables; an address doesn't belong there. */
export function parseSubject(
  source: string,
  variables: readonly VariableRule[],
): { tokens: Parsed; faults: TextFault[] } {
  const tokens: Token[] = [];
  const faults: TextFault[] = [];
  const fault = (code: TextFaultCode, at: number, what: string) => faults.push({ code, at, what, field: 'subject' });
  const line = /[\r\n]/.exec(source);
  if (line) fault('SUBJECT_LINE', line.index, '');
  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at);
    const next = rest.search(/\{\{|\}\}/);
    if (next !== 0) {
      const text = next < 0 ? rest : rest.slice(0, next);
      tokens.push({ kind: 'text', text });
      at += text.length;
      continue;
    }
    const variable = VARIABLE.exec(rest);
    const name = variable?.[1];
    if (!variable || name === undefined) {
      fault('VARIABLE_FORM', at, rest.slice(0, 24));
      at += 2;
      continue;
    }
    const rule = variables.find((one) => one.name === name);
    if (!rule) fault('VARIABLE_UNKNOWN', at, name);
    else if (rule.url) fault('SUBJECT_LINK', at, name);
    else tokens.push({ kind: 'variable', name });
    at += variable[0].length;
  }
  return { tokens, faults };
}

/** The names a body uses, and which of them it links to. */
export function namesIn(tokens: Parsed): { used: Set<string>; linked: Set<string> } {
  const linked = tokens.flatMap((token) => (token.kind === 'open' && token.link !== undefined ? [token.link] : []));
  const said = tokens.flatMap((token) => (token.kind === 'variable' ? [token.name] : []));
  return { used: new Set([...said, ...linked]), linked: new Set(linked) };
}

/** The body with its values, every one escaped (A-238). Throws when a link's value isn't an address of ours. */
export function fillBody(tokens: Parsed, value: (name: string) => string, isOurs: (url: string) => boolean): string {
  return tokens
    .map((token) => {
      if (token.kind === 'text') return escapeText(token.text);
      if (token.kind === 'variable') return escapeHtml(value(token.name));
      if (token.kind === 'close') return `</${token.tag}>`;
      const attributes = [...token.attributes];
      if (token.link !== undefined) {
        const url = value(token.link);
        if (!isOurs(url)) throw new Error(`{{${token.link}}} is no address of this platform`);
        attributes.unshift(['href', url]);
      }
      return `<${token.tag}${attributes.map(([name, given]) => ` ${name}="${escapeAttribute(given)}"`).join('')}>`;
    })
    .join('');
}

export function fillSubject(tokens: Parsed, value: (name: string) => string): string {
  const text = tokens.map((token) =>
    token.kind === 'text' ? token.text : token.kind === 'variable' ? value(token.name) : '',
  );
  return text.join('').replace(/[\r\n]+/g, ' ');
}

/** Text as it was written: what is an entity stays one, anything else that means something is escaped. */
function escapeText(text: string): string {
  return text.replace(/&|>|"|'/g, (sign, at: number) => {
    if (sign === '&') return ENTITY.test(text.slice(at)) ? '&' : '&amp;';
    return sign === '>' ? '&gt;' : sign;
  });
}

function escapeAttribute(value: string): string {
  return escapeHtml(value).replace(/&#39;/g, "'");
}
