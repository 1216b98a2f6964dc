import type { Locale } from '../kernel/locale.ts';
import { LOCALES } from '../kernel/locale.ts';
import { builtIn, type MailKind } from './templates.ts';
import { namesIn, parseBody, parseSubject, type VariableRule } from './text-language.ts';

export interface MailText {
  subject: string;
  /** HTML of the subset that {@link parseBody} reads, with `{{variable}}`. */
  body: string;
}

/** The built-in text as somebody would write it: the code's template filled with its own variables' names. */
export function builtInText(kind: MailKind, locale: Locale): MailText {
  const template = builtIn(kind, locale);
  const name = (variable: string) => `{{${variable}}}`;
  return { subject: template.subject(name), body: template.body(name).markup.replace(/^ {4}/gm, '').trim() };
}

interface KindRules {
  variables: readonly VariableRule[];
  /** Must be linked to, or the reader can't act. */
  links: readonly string[];
  /** Must be said. */
  said: readonly string[];
}

/** A convenience beside the link that always works: an operator may leave it out. */
const OPTIONAL_LINKS: readonly string[] = ['answerUrl'];

const known = new Map<MailKind, KindRules>();

/**
 * What a kind's texts may and must name: what the built-in ones do. A variable that is linked to is an address; links, codes and the time
 * to act by have to stay.
 */
export function rulesOf(kind: MailKind): KindRules {
  const before = known.get(kind);
  if (before) return before;
  const used = new Set<string>();
  const linked = new Set<string>();
  for (const locale of LOCALES) {
    const collect = (name: string) => {
      used.add(name);
      return `{{${name}}}`;
    };
    const template = builtIn(kind, locale);
    template.subject(collect);
    const { markup } = template.body(collect);
    for (const [, name] of markup.matchAll(/href="\{\{([\w-]+)\}\}"/g)) if (name) linked.add(name);
  }
  const rules = {
    variables: [...used].map((name) => ({ name, url: linked.has(name) })),
    links: [...linked].filter((name) => !OPTIONAL_LINKS.includes(name)),
    said: ['deadline', 'code'].filter((name) => used.has(name)),
  };
  known.set(kind, rules);
  return rules;
}

/** A text read and checked against its kind's rules; without faults it can be sent. */
export function readText(kind: MailKind, text: MailText) {
  const { variables, links, said } = rulesOf(kind);
  const subject = parseSubject(text.subject, variables);
  const body = parseBody(text.body, variables);
  const faults = [...subject.faults, ...body.faults];
  if (text.subject.trim() === '') faults.push({ field: 'subject', code: 'SUBJECT_EMPTY', at: 0, what: '' });
  if (text.body.trim() === '') faults.push({ field: 'body', code: 'BODY_EMPTY', at: 0, what: '' });
  const names = namesIn(body.tokens);
  const end = text.body.length;
  for (const name of links)
    if (!names.linked.has(name)) faults.push({ field: 'body', code: 'LINK_MISSING', at: end, what: name });
  for (const name of said)
    if (!names.used.has(name)) faults.push({ field: 'body', code: 'VARIABLE_MISSING', at: end, what: name });
  return { subject: subject.tokens, body: body.tokens, faults };
}
