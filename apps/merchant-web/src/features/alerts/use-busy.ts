import { useEffect, useRef, useState } from 'react';

/** Scrolled further than this, the reader has left the list's start. */
const SCROLLED = 160;

/** Whether the reader's hand is on the list: pointer over it, keyboard inside it, or scrolled down. */
export function useBusy() {
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  const [scrolled, setScrolled] = useState(false);
  const frame = useRef(0);

  useEffect(() => {
    const measure = () => {
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => setScrolled(window.scrollY > SCROLLED));
    };
    window.addEventListener('scroll', measure, { passive: true });
    return () => {
      cancelAnimationFrame(frame.current);
      window.removeEventListener('scroll', measure);
    };
  }, []);

  return {
    busy: pointer || focus || scrolled,
    handlers: {
      onPointerEnter: (event: React.PointerEvent) => setPointer(event.pointerType === 'mouse'),
      onPointerLeave: () => setPointer(false),
      onFocus: (event: React.FocusEvent) => setFocus(event.target.matches(':focus-visible')),
      onBlur: () => setFocus(false),
    },
  };
}
