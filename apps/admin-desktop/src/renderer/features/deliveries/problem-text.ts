import { useFieldWords } from './field-words.ts';
import { useDeliveriesText } from './text.ts';

/** One field's part of what is kept: `amount: Invalid input`; several stand one after another. */
const PART = /^([A-Za-z][\w.]*): /;

/** The fields of a kept problem, each once; empty when it isn't about fields. */
export function problemFields(error: string): string[] {
  const fields = error.split('; ').map((part) => PART.exec(part)?.[1]);
  return fields.every((field) => field !== undefined) ? [...new Set(fields)] : [];
}

/** Why a delivery couldn't be read, in the reader's words; what nobody has words for is shown as it was kept. */
export function useProblemText() {
  const t = useDeliveriesText();
  const words = useFieldWords();
  return (error: string): string => {
    if (error === 'not JSON') return t.notJson;
    const fields = problemFields(error);
    return fields.length === 0 ? error : t.unreadable(fields.map(words.name));
  };
}
