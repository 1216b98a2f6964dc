import { createCard, registerCard } from '../cards/index.ts';
import { Card } from '../cards/model.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import type { Locale } from '../kernel/locale.ts';
import { command } from '../kernel/operation.ts';
import { fieldError, parseInput } from '../kernel/validation.ts';
import { enrolableKey } from './gap-key.ts';
import { EnrolGapInput } from './model.ts';
import { carriedBy, merchantEmail } from './store.ts';

/**
 * Puts what an alert carried under watch: a card with its descriptor, BIN and CAID, submitted at once. The alert is named by its number,
 * so that its BIN need not travel to the screen and back in clear. Errors: those of `cards.create` and `cards.register`;
 * `VALIDATION_FAILED` when the alert has no BIN that can be enrolled and none is given.
 */
export const enrolGap = command('descriptors.enrol', {
  permission: 'card:create',
  input: EnrolGapInput,
  output: Card,
  summary: 'Create and submit a card for the descriptor an alert carried.',
}).run(async (ctx, input) => {
  requireEnrol(ctx);
  const alert = await carriedBy(ctx, input.alertId);
  if (!alert || !mayUse(ctx, alert)) throw appError('ALERT_NOT_FOUND');
  const merchantId = ctx.actor.kind === 'merchant' ? ctx.actor.merchantId : (alert.merchantId ?? input.merchantId);
  if (merchantId === undefined || merchantId === null) throw missing('merchantId', ctx.locale);
  // Assigned to somebody meanwhile: the descriptor may be theirs.
  if (input.merchantId !== undefined && input.merchantId !== merchantId) throw appError('CONFLICT');
  const key = enrolableKey(alert);
  if (!key) throw missing('descriptor', ctx.locale);
  const cardBin = input.cardBin ?? key.cardBin;
  if (cardBin === null) throw missing('cardBin', ctx.locale);
  const notifyEmail = input.notifyEmail ?? (await merchantEmail(ctx, merchantId));
  if (notifyEmail === undefined) throw appError('MERCHANT_NOT_FOUND');
  const { descriptor, caid } = key;
  const values = parseInput(createCard.input, { merchantId, descriptor, cardBin, caid, notifyEmail }, ctx.locale);
  const card = await createCard.run(ctx, values);
  const submitted = await registerCard.run(ctx, { id: card.id });
  ctx.audit({ detail: { fromAlert: input.alertId } });
  return submitted;
});

/** This does what two permissions allow; the door has asked for one. */
function requireEnrol({ actor }: Context): void {
  const allowed = actor.kind === 'merchant' || actor.kind === 'staff' ? actor.grants : undefined;
  if (allowed && !(allowed['card:enrol'] && allowed['alert:view'])) throw appError('FORBIDDEN');
}

function mayUse({ actor }: Context, alert: { merchantId: number | null; holdReason: string | null }): boolean {
  return actor.kind !== 'merchant' || (alert.merchantId === actor.merchantId && alert.holdReason === null);
}

function missing(path: string, locale: Locale) {
  return appError('VALIDATION_FAILED', { fields: [fieldError(path, 'REQUIRED', locale)] });
}
