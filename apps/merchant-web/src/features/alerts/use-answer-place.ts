import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** Where `#answer` leads on an alert's page. */
export const ANSWER_PLACE = 'answer';

/** Brings the form into view for who came to answer, once what stands above it is there (`settled`). */
export function useAnswerPlace(settled: boolean): void {
  const wanted = useLocation({ select: ({ hash }) => hash === ANSWER_PLACE });
  useEffect(() => {
    if (wanted && settled) document.getElementById(ANSWER_PLACE)?.scrollIntoView();
  }, [wanted, settled]);
}

/** Back to the top when the form has given way to its answer: what became of it stands there, and the form was long. */
export function useAnswered(answered: boolean): void {
  const before = useRef(answered);
  useEffect(() => {
    if (answered && !before.current) window.scrollTo({ top: 0 });
    before.current = answered;
  }, [answered]);
}
