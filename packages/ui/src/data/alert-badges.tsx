import type {
  FeedbackStatus,
  HoldReason,
  MatchStatus,
  ProcessStatus,
  Program,
  RiskLevel,
} from '@forewarn/core/alerts/model';
import { useAlertLabels } from '../i18n/hooks.ts';
import {
  FEEDBACK_TONES,
  FEEDBACK_UNDER_WAY,
  HOLD_TONES,
  MATCH_TONES,
  PROCESS_TONES,
  PROGRAM_TONES,
  RISK_TONES,
} from './status-tones.ts';
import { ToneBadge } from './tone-badge.tsx';

export function ProcessStatusBadge({ value }: { value: ProcessStatus }) {
  return <ToneBadge tone={PROCESS_TONES[value]}>{useAlertLabels().processStatus[value]}</ToneBadge>;
}

/** “高风险”, so that it can stand without a column head. */
export function RiskBadge({ value }: { value: RiskLevel }) {
  return (
    <ToneBadge tone={RISK_TONES[value]} dot={value === 'HIGH'}>
      {useAlertLabels().risk[value]}
    </ToneBadge>
  );
}

export function ProgramBadge({ value }: { value: Program }) {
  return <ToneBadge tone={PROGRAM_TONES[value]}>{useAlertLabels().program[value]}</ToneBadge>;
}

export function MatchStatusBadge({ value }: { value: MatchStatus }) {
  return <ToneBadge tone={MATCH_TONES[value]}>{useAlertLabels().matchStatus[value]}</ToneBadge>;
}

export function HoldBadge({ value }: { value: HoldReason }) {
  return <ToneBadge tone={HOLD_TONES[value]}>{useAlertLabels().holdReason[value]}</ToneBadge>;
}

/** How far the answer got; the dot breathes while it is under way. */
export function FeedbackStatusBadge({ value }: { value: FeedbackStatus }) {
  return (
    <ToneBadge tone={FEEDBACK_TONES[value]} dot={FEEDBACK_UNDER_WAY[value] ? 'live' : false}>
      {useAlertLabels().feedbackStatus[value]}
    </ToneBadge>
  );
}
