import type { Problem } from '@forewarn/ui/feedback';
import { useProblems } from '@forewarn/ui/i18n';
import { clientFault, errorData, isTransient } from './read-error.ts';
import { splitMessage } from './split-message.ts';

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
