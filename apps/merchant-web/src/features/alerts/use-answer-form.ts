import type { AlertDetail, AnswerAction } from '@forewarn/core/alerts/model';
import { exponentOf } from '@forewarn/core/kernel/money';
import type { Problem } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useState } from 'react';
import { type AnswerFault, type AnswerValues, checkAnswer, chosenAmount, EMPTY_ANSWER } from './answer-rules.ts';
import { useAnswerText } from './text/index.ts';
import type { Evidence } from './use-evidence.ts';

/** An answer that was chosen outside the form; a new object chooses anew. */
export interface Preselected {
  action: AnswerAction;
}

/** Refusals of the server that belong to one field. */
const FIELD_OF_CODE: Record<string, keyof AnswerValues> = {
  REFUND_AMOUNT_REQUIRED: 'refundAmount',
  REFUND_AMOUNT_TOO_HIGH: 'refundAmount',
  REFUND_AMOUNT_PRECISION: 'refundAmount',
  REFUND_AMOUNT_UNEXPECTED: 'refundAmount',
  REFUND_REFERENCE_UNEXPECTED: 'refundReference',
  EVIDENCE_REQUIRED: 'evidence',
};

function serverErrors(problem: Problem | undefined): Partial<Record<string, string>> {
  if (!problem) return {};
  const field = FIELD_OF_CODE[problem.code];
  const file = Object.entries(problem.fields).find(([path]) => path.startsWith('evidence.'))?.[1];
  return {
    ...problem.fields,
    ...(file && { evidence: file }),
    ...(field && { [field]: `${problem.title} ${problem.text}`.trim() }),
  };
}

/**
 * The answer form's values, and its errors in words: a field's own once it was left, all of them after a try to send. `evidence`: the
 * files that go with it; `start`: what stands there at first.
 */
export function useAnswerForm(
  alert: AlertDetail,
  start: AnswerValues,
  evidence: Pick<Evidence, 'files' | 'busy'>,
  problem: Problem | undefined,
  error: unknown,
  preselect?: Preselected,
) {
  const text = useAnswerText();
  const format = useFormat();
  const [draft, setDraft] = useState(start);
  /** What its writer has changed; null as long as it stands as it was found. */
  const [typed, setTyped] = useState<AnswerValues | null>(null);
  const [taken, setTaken] = useState(preselect);
  if (preselect && preselect !== taken) {
    const { action } = preselect;
    const next = { ...draft, action, refundAmount: chosenAmount(action, draft.refundAmount, alert) };
    setTaken(preselect);
    setDraft(next);
    setTyped(next);
  }
  const values: AnswerValues = { ...draft, evidence: evidence.files.map(({ id }) => id) };
  const [left, setLeft] = useState<ReadonlySet<keyof AnswerValues>>(new Set());
  /** The server's refusal that the writer has reacted to: its messages are no longer about what stands there. */
  const [settled, setSettled] = useState<unknown>(null);

  const faults = checkAnswer(values, alert, evidence.busy);
  const inWords = (fault: AnswerFault): string => {
    if (fault === 'refundTooHigh') return text.errors.refundTooHigh(format.money(alert.amount, alert.currency));
    if (fault === 'refundDecimals') return text.errors.refundDecimals(exponentOf(alert.currency));
    return text.errors[fault];
  };
  const fromServer = serverErrors(error === settled ? undefined : problem);
  const errors: Partial<Record<keyof AnswerValues, string>> = {};
  for (const field of Object.keys(EMPTY_ANSWER) as (keyof AnswerValues)[]) {
    const fault = left.has(field) ? faults[field] : undefined;
    const message = fault ? inWords(fault) : fromServer[field];
    if (message) errors[field] = message;
  }

  return {
    values,
    typed,
    errors,
    valid: Object.keys(faults).length === 0,
    change: (part: Partial<AnswerValues>) => {
      const next = { ...values, ...part };
      setTyped(next);
      setDraft(next);
      setSettled(error);
    },
    /** Puts other words there that are kept already. */
    adopt: (next: AnswerValues) => setDraft(next),
    /** A field that is being worked on is not told off before the next try. */
    resume: (field: keyof AnswerValues) => {
      setLeft((before) => new Set([...before].filter((name) => name !== field)));
      setSettled(error);
    },
    leave: (field: keyof AnswerValues) => setLeft((before) => new Set([...before, field])),
    showAll: () => setLeft(new Set(Object.keys(EMPTY_ANSWER) as (keyof AnswerValues)[])),
  };
}
