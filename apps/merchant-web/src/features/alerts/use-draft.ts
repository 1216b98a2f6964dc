import type { AlertDetail, AnswerDraft, DraftContent } from '@forewarn/core/alerts/model';
import { useEffect, useRef, useState } from 'react';
import { client, queryClient, trpc } from '../../api.ts';
import { errorData } from '../../app/problem/read-error.ts';

/** How long its writer has to pause before a draft is saved, and until a failed saving is tried again, in ms. */
const PAUSE = 1000;
const RETRY = 5000;

export interface DraftNotice {
  kind: 'continued' | 'replaced' | 'taken';
  savedBy: string;
  own: boolean;
  savedTime: string;
}

export interface DraftState {
  saving: 'idle' | 'saving' | 'saved' | 'failed';
  savedTime: string | null;
  /** Whose words stand here, or whose they have replaced. */
  notice: DraftNotice | null;
}

const same = (a: DraftContent, b: DraftContent) =>
  (Object.keys(a) as (keyof DraftContent)[]).every((key) => a[key] === b[key]);

/**
 * Keeps what is typed on the server, a moment after each pause, one saving at a time; what another device has saved since is taken over
 * as long as nothing is typed here. `typed` is null until its writer changes something.
 */
export function useDraft(
  alert: Pick<AlertDetail, 'id' | 'draft'>,
  typed: DraftContent | null,
  adopt: (draft: AnswerDraft) => void,
) {
  const { id, draft } = alert;
  const [state, setState] = useState<DraftState>(() => ({
    saving: draft ? 'saved' : 'idle',
    savedTime: draft?.savedTime ?? null,
    notice: draft && { kind: 'continued', ...draft },
  }));
  const known = useRef({ version: draft?.version ?? 0, savedTime: draft?.savedTime ?? '' });
  const waiting = useRef<DraftContent | null>(null);
  const busy = useRef(false);
  const ended = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = useRef<DraftContent | null>(typed ?? draft);
  if (typed) shown.current = typed;

  const save = useRef(async (): Promise<void> => {
    clearTimeout(timer.current);
    const content = waiting.current;
    if (!content || busy.current || ended.current) return;
    waiting.current = null;
    busy.current = true;
    setState((before) => ({ ...before, saving: 'saving' }));
    let pause = PAUSE;
    try {
      const { version, savedTime, replaced } = await client.alerts.saveDraft.mutate({
        id,
        basedOn: known.current.version,
        ...content,
      });
      known.current = { version, savedTime };
      setState((before) => ({
        saving: version === 0 ? 'idle' : 'saved',
        savedTime,
        notice: replaced
          ? { kind: 'replaced', ...replaced }
          : before.notice?.kind === 'replaced'
            ? before.notice
            : null,
      }));
      const kept = version === 0 ? null : { ...content, version, savedTime, savedBy: '', own: true };
      queryClient.setQueryData(trpc.alerts.get.queryKey({ id: String(id) }), (old) => old && { ...old, draft: kept });
    } catch (error) {
      if (errorData(error)) {
        // Refused: the alert can't be answered any more, and the page should show why.
        void queryClient.invalidateQueries(trpc.alerts.get.queryFilter({ id: String(id) }));
        setState((before) => ({ ...before, saving: 'idle' }));
      } else {
        waiting.current ??= content;
        pause = RETRY;
        setState((before) => ({ ...before, saving: 'failed' }));
      }
    }
    busy.current = false;
    if (waiting.current && !ended.current) timer.current = setTimeout(() => void save.current(), pause);
  });

  useEffect(() => {
    if (!typed || ended.current) return;
    waiting.current = typed;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save.current(), PAUSE);
  }, [typed]);

  useEffect(() => {
    // Leaving the page, or putting the phone away: at once.
    const hide = () => document.visibilityState === 'hidden' && void save.current();
    document.addEventListener('visibilitychange', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      void save.current();
    };
  }, []);

  useEffect(() => {
    if (!draft || draft.savedTime <= known.current.savedTime || waiting.current || busy.current || ended.current)
      return;
    known.current = { version: draft.version, savedTime: draft.savedTime };
    if (shown.current && same(contentOf(draft), shown.current)) return;
    shown.current = contentOf(draft);
    setState({ saving: 'saved', savedTime: draft.savedTime, notice: { kind: 'taken', ...draft } });
    adopt(draft);
  });

  return {
    ...state,
    /** It is answered: nothing is saved any more. */
    end: () => {
      ended.current = true;
      waiting.current = null;
      clearTimeout(timer.current);
    },
  };
}

function contentOf({ action, reason, refundAmount, refundReference, comments, preventiveActions }: DraftContent) {
  return { action, reason, refundAmount, refundReference, comments, preventiveActions };
}
