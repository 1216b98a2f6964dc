import type { Locale } from '@forewarn/core/kernel/locale';
import { useLocale } from './provider.tsx';

/** Plain strings, and functions where something is filled in. Chinese is the source, English has its shape. */
export type Dictionaries<T> = { 'zh-CN': T } & { [L in Locale]: NoInfer<T> };

/**
 * The dictionary in the reader's language; apps and features keep theirs the same way.
 * @example export const useText = () => useDictionary({ 'zh-CN': zhCN, en });
 */
export function useDictionary<T extends object>(dictionaries: Dictionaries<T>): T {
  return dictionaries[useLocale()];
}
