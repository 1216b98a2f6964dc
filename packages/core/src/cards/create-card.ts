import { command } from '../kernel/operation.ts';
import { Card, CardInput } from './model.ts';
import { ownerOf, placeCard, requireActive } from './place-card.ts';
import { lockCard } from './store.ts';
import { viewCard } from './view.ts';
import { deleteCardRow } from './write-store.ts';

/** saves a card; nothing is sent to the provider yet (that is `registerCard`). */
export const createCard = command('cards.create', {
  permission: 'card:create',
  input: CardInput,
  output: Card,
  summary: 'Add a card to watch: descriptor and issuer BIN (ETHOCA), or acquirer BIN and CAID or an ARN (RDR).',
}).run(async (ctx, input) => {
  const merchantId = ownerOf(ctx, input.merchantId);
  await requireActive(ctx, merchantId);
  const { id, reopened } = await placeCard(ctx, merchantId, input);
  if (input.draftId !== undefined) {
    const draft = await lockCard(ctx, input.draftId);
    if (draft?.state === 'DRAFT' && draft.merchantId === merchantId) await deleteCardRow(ctx.db, draft.id);
  }
  const { descriptor, program } = input;
  ctx.audit({ targetType: 'card', targetId: id, detail: { merchantId, descriptor, program, reopened } });
  return viewCard(ctx, id);
});
