import type { CardStatus } from '@forewarn/core/cards/model';
import { useCardLabels } from '../i18n/hooks.ts';
import { CARD_TONES } from './status-tones.ts';
import { ToneBadge } from './tone-badge.tsx';

interface CardStatusBadgeProps {
  value: CardStatus;
  /** Whether enrolment has been asked for: PENDING then means that the answer is awaited. */
  submitted: boolean;
}

export function CardStatusBadge({ value, submitted }: CardStatusBadgeProps) {
  const labels = useCardLabels();
  const waiting = value === 'PENDING' && submitted;
  return (
    <ToneBadge tone={value === 'PENDING' && !submitted ? 'neutral' : CARD_TONES[value]} dot={waiting && 'live'}>
      {waiting ? labels.submitted : labels.status[value]}
    </ToneBadge>
  );
}
