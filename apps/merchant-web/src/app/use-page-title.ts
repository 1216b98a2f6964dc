import { useEffect } from 'react';
import { useAppText } from './i18n/index.ts';
import { usePulse } from './use-pulse.ts';

/** The document's title: the page, and before it how many alerts need an answer. */
export function usePageTitle(page: string): void {
  const text = useAppText();
  const waiting = usePulse().data?.needsAnswer ?? 0;
  const title = text.title(page, waiting);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
