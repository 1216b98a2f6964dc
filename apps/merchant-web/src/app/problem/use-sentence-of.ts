import { useLocale } from '@forewarn/ui/i18n';
import { useProblemOf } from './use-problem.ts';

/** What was thrown in one run of text, for places too small for a title. */
export function useSentenceOf(): (error: unknown) => string {
  const problemOf = useProblemOf();
  const stop = useLocale() === 'zh-CN' ? '。' : '. ';
  return (error) => {
    const { title, text } = problemOf(error);
    return /[.!?。！？]$/.test(title) ? `${title} ${text}` : `${title}${stop}${text}`;
  };
}
