import type { Problem } from '@forewarn/ui/feedback';
import { useProblems } from '@forewarn/ui/i18n';
import { clientFault, errorData, isTransient } from './read-error.ts';

/** The first sentence says what happened, the rest what to do. */
export function splitMessage(message: string): [title: string, text: string] | undefined {
  const end = /[。！]|[.!](?=\s)/.exec(message);
  if (!end) return undefined;
  const rest = message.slice(end.index + 1).trim();
  return rest === '' ? undefined : [message.slice(0, end.index + (end[0] === '。' ? 0 : 1)), rest];
}

/** Turns what was thrown into words for the reader. */
export function useProblemOf(): (error: unknown) => Problem {
  const texts = useProblems();
  return (error) => {
    const data = errorData(error);
    if (!data) {
      const code = clientFault(error);
      return { code, ...texts[code], canRetry: true, fields: {} };
    }
    const [title, text] = splitMessage(data.message) ?? [texts.failed, data.message];
    return {
      code: data.error,
      title,
      text,
      requestId: data.requestId,
      canRetry: isTransient(error),
      fields: Object.fromEntries((data.details?.fields ?? []).map(({ path, message }) => [path, message])),
    };
  };
}
