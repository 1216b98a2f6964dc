import { actorRef } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { builtInText, readText } from '../notifications/index.ts';
import { TemplateReset, TemplateSave, TemplateSaved } from './model.ts';
import { insertVersion, type NewVersion, versionsOf, versionText } from './store.ts';
import { faultViews, knownKind } from './template-state.ts';

/**
 * A new version of a mail's text, in force at once. Safe to repeat: what is in force already isn't saved again. Errors: `TEMPLATE_TEXT`
 * (`details.faults`: what isn't allowed and where), `CONFLICT` when somebody was faster, `TEMPLATE_NOT_FOUND`.
 */
export const saveTemplate = command('templates.save', {
  permission: 'template:update',
  summary: 'Saves a mail’s text as a new version; unknown variables and unsafe markup are refused with their place.',
  input: TemplateSave,
  output: TemplateSaved,
}).run(async (ctx, { kind: given, locale, subject, body, version, note }) => {
  const kind = knownKind(given);
  const text = { subject: subject.trim(), body: body.replace(/\r\n/g, '\n').trim() };
  const faults = faultViews(readText(kind, text).faults, text, ctx.locale);
  if (faults.length > 0) throw appError('TEMPLATE_TEXT', { faults });
  return { version: await replace(ctx, { kind, locale, version, text, note }) };
});

/** Back to the built-in text, as a version of its own: the edited ones stay to be looked at. */
export const resetTemplate = command('templates.reset', {
  permission: 'template:update',
  summary: 'Goes back to the built-in text of a mail.',
  input: TemplateReset,
  output: TemplateSaved,
}).run(async (ctx, { kind: given, locale, version, note }) => {
  const kind = knownKind(given);
  return { version: await replace(ctx, { kind, locale, version, text: null, note }) };
});

async function replace(ctx: Context, next: Omit<NewVersion, 'by' | 'now'>): Promise<number> {
  const { kind, locale, version, text, note } = next;
  const [newest] = await versionsOf(ctx, next, 1);
  const own = builtInText(knownKind(kind), locale);
  const stored = newest && (await versionText(ctx, next, newest.version));
  const before = { subject: stored?.subject ?? own.subject, body: stored?.body ?? own.body };
  const after = text ?? own;
  const unchanged =
    (stored?.body ?? null) === (text?.body ?? null) && (stored?.subject ?? null) === (text?.subject ?? null);
  ctx.audit({
    targetType: 'template',
    targetId: `${kind} ${locale}`,
    detail: { note, ...(text === null && { builtIn: true }), ...(unchanged && { unchanged }) },
    before: { version: newest?.version ?? 0, ...before },
    after: { version: unchanged ? (newest?.version ?? 0) : version + 1, ...after },
  });
  if (unchanged) return newest?.version ?? 0;
  if ((newest?.version ?? 0) !== version) throw appError('CONFLICT');
  const saved = await insertVersion(ctx, { ...next, version: version + 1, by: actorRef(ctx.actor), now: ctx.now() });
  if (!saved) throw appError('CONFLICT');
  return version + 1;
}
