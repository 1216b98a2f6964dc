import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

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

/** Whose answer took the place of the form that was open here (`''` when it isn't known); undefined for the reader's own. */
export function useOvertaken(
  open: boolean,
  answeredBy: string | undefined,
  self: string | undefined,
): string | undefined {
  const before = useRef(open);
  const [who, setWho] = useState<string>();
  useEffect(() => {
    if (before.current && !open && answeredBy !== undefined && answeredBy !== self) setWho(answeredBy);
    before.current = open;
  }, [open, answeredBy, self]);
  return who;
}
