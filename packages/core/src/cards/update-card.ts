import { changed } from '../kernel/changed.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { maskBin, maskEmail } from '../kernel/mask.ts';
import { command } from '../kernel/operation.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import { parseInput } from '../kernel/validation.ts';
import { nextState } from './card-state.ts';
import { Card, CardInput, CardUpdate, UNUSED_KEYS } from './model.ts';
import { keyOf, sameKey } from './place-card.ts';
import { type CardRow, lockCard } from './store.ts';
import { submit, unanswered } from './submit.ts';
import { viewCard } from './view.ts';
import { type CardChange, type EnrolmentKey, findTwin, updateCardRow } from './write-store.ts';

/**
 * changes a card. Address and remark change at once. Changing what is enrolled (program, descriptor, BIN, CAID, ARN) of a card the
 * provider knows closes the old enrolment and enrols anew under a new reference.
 */
export const updateCard = command('cards.update', {
  permission: 'card:update',
  input: CardUpdate,
  output: Card,
  summary: 'Change a card. A new descriptor, BIN, CAID, ARN or program closes its enrolment and enrols it anew.',
}).run(async (ctx, input) => {
  const card = await lockCard(ctx, input.id);
  if (!card) throw appError('CARD_NOT_FOUND');
  if (card.status === 'CLOSED' || card.status === 'DRAFT') throw appError('CARD_STATE', { status: card.status });
  if (input.version !== undefined && input.version !== card.version) throw appError('CONFLICT');

  const program = input.program ?? card.program;
  const unused = Object.fromEntries(UNUSED_KEYS[program].map((name) => [name, '']));
  // Going to the other program empties what only the former one had.
  const stored = program === card.program ? card : { ...card, ...unused };
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const whole = parseInput(CardInput, { ...stored, ...given, merchantId: undefined }, ctx.locale);
  const key = keyOf(whole);
  const rekeyed = !sameKey(key, card);
  const change: CardChange = {};
  if (input.notifyEmail !== undefined) change.notifyEmail = input.notifyEmail;
  if (input.remark !== undefined) change.remark = input.remark || null;
  const state = rekeyed ? await rekey(ctx, card, key, change) : card.state;
  if (!rekeyed) await updateCardRow(ctx.db, card.id, change, ctx.now());
  ctx.audit({
    targetType: 'card',
    targetId: card.id,
    detail: { rekeyed },
    ...changed(card, { ...change, ...(rekeyed && key), state }, { notifyEmail: maskEmail, cardBin: maskBin }),
  });
  return viewCard(ctx, card.id);
});

async function rekey(
  ctx: Context,
  card: CardRow | NonNullable<Awaited<ReturnType<typeof lockCard>>>,
  key: EnrolmentKey,
  change: CardChange,
) {
  const twin = await findTwin(ctx.db, card.merchantId, key);
  if (twin && twin.id !== card.id) throw appError('CARD_DUPLICATE', { cardId: twin.id });
  const known = card.submittedTime !== null;
  const state = nextState(card.state, 'rekey') ?? card.state;
  const fresh: CardChange = {
    ...change,
    key,
    firstAlertTime: null,
    ...(known && { ...unanswered(), cardRef: uuidv7(ctx.now()), generation: card.generation + 1 }),
  };
  if (known) ctx.emit({ topic: 'card.close', key: card.cardRef, payload: { cardId: card.id, cardRef: card.cardRef } });
  if (state === 'SUBMITTED') await submit(ctx, card, fresh);
  else await updateCardRow(ctx.db, card.id, { ...fresh, state, submittedTime: null }, ctx.now());
  return state;
}
