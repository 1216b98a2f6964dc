import type { AlertDetail, AnswerAction, AnswerInput, EarlierRefund } from '@forewarn/core/alerts/model';
import { type ReactNode, useState } from 'react';
import { queryClient, trpc } from '../../api.ts';
import { errorData } from '../../app/problem/read-error.ts';
import { RefundedDialog } from './refunded-dialog.tsx';
import { useRelated } from './use-related.ts';

interface Reactions {
  /** Answer this instead of refunding. */
  onInstead: (action: AnswerAction) => void;
  /** Refund all the same: on to the confirmation. */
  onGoOn: () => void;
}

interface RefundGuard {
  /** Whether the answer would refund what went back before; then its dialog opens. */
  stops: (answer: AnswerInput | undefined) => boolean;
  /** The answer with what the writer has confirmed. */
  marked: (answer: AnswerInput) => AnswerInput;
  /** The server knew of a refund that this page didn't: true when the error was that. */
  refused: (error: unknown) => boolean;
  dialog: ReactNode;
}

/** Stands between a form and a second refund of the same transaction; the server asks again (`ALERT_REFUNDED_BEFORE`). */
export function useRefundGuard(alert: AlertDetail, { onInstead, onGoOn }: Reactions): RefundGuard {
  const { data } = useRelated(alert.id);
  const [stopped, setStopped] = useState<readonly EarlierRefund[] | null>(null);
  const [despite, setDespite] = useState(false);

  function stops(answer: AnswerInput | undefined): boolean {
    const refund = answer?.refundAmount ?? null;
    if (refund === null || despite || !data || data.refunds.length === 0 || refund <= data.refundLeft) return false;
    setStopped(data.refunds);
    return true;
  }

  function refused(error: unknown): boolean {
    if (errorData(error)?.error !== 'ALERT_REFUNDED_BEFORE') return false;
    void queryClient
      .fetchQuery({ ...trpc.alerts.related.queryOptions({ id: alert.id }), staleTime: 0 })
      .then(({ refunds }) => setStopped(refunds))
      .catch(() => setStopped(data?.refunds ?? []));
    return true;
  }

  const dialog = (
    <RefundedDialog
      refunds={stopped}
      onClose={() => setStopped(null)}
      onInstead={(action) => {
        setStopped(null);
        onInstead(action);
      }}
      onGoOn={() => {
        setStopped(null);
        setDespite(true);
        onGoOn();
      }}
    />
  );
  return { stops, refused, marked: (answer) => (despite ? { ...answer, despiteRefund: true } : answer), dialog };
}
