import type { CardState } from '@forewarn/core/cards/model';
import { useCardLabels } from '../i18n/hooks.ts';
import { CARD_TONES } from './status-tones.ts';
import { ToneBadge } from './tone-badge.tsx';

/** Where an enrolment stands; those under way by themselves have a live dot. */
export function CardStateBadge({ value }: { value: CardState }) {
  const labels = useCardLabels();
  const moving = value === 'SUBMITTED' || value === 'IN_REVIEW' || value === 'CLOSING';
  return (
    <ToneBadge tone={CARD_TONES[value]} dot={moving && 'live'}>
      {labels.state[value]}
    </ToneBadge>
  );
}
