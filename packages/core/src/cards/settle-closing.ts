import type { Core, Executor } from '../kernel/context.ts';
import { nextState } from './card-state.ts';
import { cardById } from './worker-store.ts';
import { updateCardRow } from './write-store.ts';

/** The provider has closed the enrolment `cardRef`: CLOSED, unless the card has been opened again under another reference. */
export async function settleClosing(
  core: Pick<Core, 'now'>,
  tx: Executor,
  { cardId, cardRef }: { cardId: number; cardRef: string },
): Promise<void> {
  const card = await cardById(tx, cardId, true);
  if (card?.cardRef !== cardRef || card.state !== 'CLOSING') return;
  const state = nextState(card.state, 'closed');
  if (state) await updateCardRow(tx, cardId, { state, nextCheckTime: null }, core.now());
}
