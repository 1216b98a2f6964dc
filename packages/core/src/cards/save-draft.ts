import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import { Card, CardDraft } from './model.ts';
import { keyOf, ownerOf, requireActive } from './place-card.ts';
import { lockCard } from './store.ts';
import { viewCard } from './view.ts';
import { countDrafts, insertCard, updateCardRow } from './write-store.ts';

/** The most drafts one merchant may keep: far more than anyone continues. */
const MOST = 200;

/**
 * keeps what has been typed so far, unfinished as it may be; it is never sent to the provider. Without `id` a new draft.
 * With `version`, a draft that was changed elsewhere meanwhile is not overwritten (CONFLICT).
 */
export const saveDraft = command('cards.saveDraft', {
  permission: 'card:create',
  input: CardDraft,
  output: Card,
  summary: 'Save an unfinished card to go on with later; nothing is checked and nothing is sent.',
}).run(async (ctx, { id, version, merchantId: named, ...draft }) => {
  const fields = { key: keyOf(draft), notifyEmail: draft.notifyEmail, remark: draft.remark || null };
  if (id !== undefined) {
    const card = await lockCard(ctx, id);
    if (!card) throw appError('CARD_NOT_FOUND');
    if (card.state !== 'DRAFT') throw appError('CARD_STATE', { status: card.status });
    if (version !== undefined && version !== card.version) throw appError('CONFLICT');
    await updateCardRow(ctx.db, id, fields, ctx.now());
    ctx.audit({ targetType: 'card', targetId: id, detail: { draft: true } });
    return viewCard(ctx, id);
  }
  const merchantId = ownerOf(ctx, named);
  await requireActive(ctx, merchantId);
  const now = ctx.now();
  if ((await countDrafts(ctx.db, merchantId)) >= MOST) throw appError('CARD_DRAFTS_FULL');
  const { key, ...rest } = fields;
  const made = await insertCard(ctx.db, { ...key, ...rest, merchantId, cardRef: uuidv7(now), state: 'DRAFT', now });
  ctx.audit({ targetType: 'card', targetId: made, detail: { draft: true, merchantId } });
  return viewCard(ctx, made);
});
