import type { Core } from '../kernel/context.ts';
import type { Locale } from '../kernel/locale.ts';
import { type MailText, readText } from './built-in-text.ts';
import { mailPage, type RenderedMail } from './mail-page.ts';
import { plan } from './templates/plan.ts';
import { builtIn, type MailKind, missing, renderMail } from './templates.ts';
import { fillBody, fillSubject, namesIn } from './text-language.ts';
import { currentText, noteTextFault } from './text-store.ts';

/** Addresses a mail may link to: the merchants' web app and the operator's desktop app. */
export function isOurAddress(publicUrl: string, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, origin } = new URL(url);
  return protocol === 'forewarn:' || origin === new URL(publicUrl).origin;
}

/** An edited text with its values. Throws when it can't be filled: whoever calls decides what is sent instead. */
export function fillText(
  kind: MailKind,
  locale: Locale,
  text: MailText,
  values: Record<string, string>,
  publicUrl: string,
): RenderedMail {
  const { subject, body, faults } = readText(kind, text);
  const [first] = faults;
  if (first) throw new Error(`${first.field}: ${first.code} ${first.what}`);
  const value = (name: string) => values[name] || missing(name);
  const filled = fillBody(body, value, (url) => isOurAddress(publicUrl, url));
  // Written before there were rules, or left out: that a rule is going to answer is said all the same.
  const markup = namesIn(body).used.has('plan') ? filled : filled + plan(value).markup;
  return mailPage(locale, builtIn(kind, locale).title, fillSubject(subject, value), markup);
}

/**
 * A queued mail in the words that are in force now: an admin's, else the built-in ones. A text that can't be filled never stops a mail:
 * the built-in one goes out, the fault is logged and stands beside the version for its author to see.
 */
export async function writeMail(
  core: Pick<Core, 'db' | 'ports' | 'log' | 'now'>,
  kind: MailKind,
  locale: Locale,
  values: Record<string, string>,
): Promise<RenderedMail & { version: number | null }> {
  const stored = await currentText(core.db, kind, locale);
  if (stored?.text) {
    try {
      return { ...fillText(kind, locale, stored.text, values, core.ports.publicUrl), version: stored.version };
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      core.log.error({ kind, locale, version: stored.version, fault }, 'an edited mail text could not be used');
      await noteTextFault(core.db, { kind, locale, version: stored.version }, fault, core.now());
    }
  }
  return { ...renderMail(kind, locale, values), version: null };
}
