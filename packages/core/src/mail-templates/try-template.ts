import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import type { Locale } from '../kernel/locale.ts';
import { maskEmail } from '../kernel/mask.ts';
import { effect } from '../kernel/operation.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import { deliver } from '../mail-senders/index.ts';
import { fillText, type MailKind, type MailText, readText, rulesOf, sampleValues } from '../notifications/index.ts';
import { TemplatePreview, TemplatePreviewInput, TemplateSendTest, TestSent } from './model.ts';
import { staffAddress } from './store.ts';
import { faultViews, knownKind } from './template-state.ts';

function withSamples(ctx: Context, kind: MailKind, locale: Locale, text: MailText) {
  const { publicUrl } = ctx.ports;
  const names = rulesOf(kind).variables.map(({ name }) => name);
  return fillText(kind, locale, text, sampleValues(kind, names, locale, publicUrl), publicUrl);
}

/** What is being written, with sample values; or what is wrong with it and where. Stores nothing, so it is asked at every pause in typing. */
export const previewTemplate = effect('templates.preview', {
  permission: 'template:update',
  summary: 'Checks a mail’s text and shows it with sample values.',
  input: TemplatePreviewInput,
  output: TemplatePreview,
  rate: 'read',
}).run(async (ctx, { kind: given, locale, ...text }) => {
  const kind = knownKind(given);
  const faults = faultViews(readText(kind, text).faults, text, ctx.locale);
  return { faults, mail: faults.length > 0 ? null : withSamples(ctx, kind, locale, text) };
});

/**
 * Sends what is being written, with sample values, to the caller or to an address they type; answers in the server's words.
 * Errors: `TEMPLATE_TEXT` with `details.faults`.
 */
export const sendTemplateTest = effect('templates.sendTest', {
  permission: 'template:update',
  summary: 'Sends a test mail with sample values and says what the mail server answered.',
  input: TemplateSendTest,
  output: TestSent,
}).run(async (ctx, { kind: given, locale, to: typed, ...text }) => {
  const kind = knownKind(given);
  const faults = faultViews(readText(kind, text).faults, text, ctx.locale);
  if (faults.length > 0) throw appError('TEMPLATE_TEXT', { faults });
  const to = typed ?? (ctx.actor.kind === 'staff' ? await staffAddress(ctx, ctx.actor.id) : undefined);
  if (to === undefined) throw appError('VALIDATION_FAILED');
  const mail = withSamples(ctx, kind, locale, text);
  const mark = locale === 'en' ? '[Test] ' : '［测试］';
  const messageId = `test.${uuidv7(ctx.now())}@${new URL(ctx.ports.publicUrl).hostname}`;
  const { outcome, reply } = await deliver(ctx, { ...mail, to, messageId, subject: `${mark}${mail.subject}` });
  ctx.audit({ targetType: 'template', targetId: `${kind} ${locale}`, detail: { to: maskEmail(to), outcome, reply } });
  return { outcome, reply, to };
});
