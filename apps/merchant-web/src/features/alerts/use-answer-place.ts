import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Where `#answer` leads on an alert's page. */
export const ANSWER_PLACE = 'answer';

/** Brings the form into view for who came to answer, once what stands above it is there (`settled`). */
export function useAnswerPlace(settled: boolean): void {
  const wanted = useLocation({ select: ({ hash }) => hash === ANSWER_PLACE });
  useEffect(() => {
    if (wanted && settled) document.getElementById(ANSWER_PLACE)?.scrollIntoView();
  }, [wanted, settled]);
}
