import {
  type AlertAnswer,
  type AlertDetail,
  ANSWER_ACTIONS,
  type AnswerAction,
  type DraftContent,
} from '@forewarn/core/alerts/model';
import { type AnswerValues, chosenAmount, EMPTY_ANSWER } from './answer-rules.ts';

/** What the form begins with: the answer to correct, else the draft, else the action the link suggests. */
export function startValues(
  alert: AlertDetail,
  correcting: boolean,
  suggested: AnswerAction | undefined,
): AnswerValues {
  if (correcting && alert.answer) return fromAnswer(alert.answer);
  if (alert.draft) return fromDraft(alert.draft);
  if (suggested === undefined) return EMPTY_ANSWER;
  return { ...EMPTY_ANSWER, action: suggested, refundAmount: chosenAmount(suggested, '', alert) };
}

export function fromDraft(draft: DraftContent): AnswerValues {
  const { reason, refundAmount, refundReference, comments, preventiveActions } = draft;
  const action = ANSWER_ACTIONS.find((one) => one === draft.action) ?? '';
  return { action, reason, refundAmount, refundReference, comments, preventiveActions, evidence: [] };
}

export function toDraft({ evidence: _evidence, ...content }: AnswerValues): DraftContent {
  return content;
}

function fromAnswer(answer: AlertAnswer): AnswerValues {
  return {
    action: answer.action,
    reason: answer.reason,
    refundAmount: answer.refundAmount === null ? '' : String(answer.refundAmount),
    refundReference: answer.refundReference ?? '',
    comments: answer.comments ?? '',
    preventiveActions: answer.preventiveActions ?? '',
    evidence: [],
  };
}
