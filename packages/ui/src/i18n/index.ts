export { useFactWords } from './fact-words.ts';
export { useAlertLabels, useCardLabels, useProblems, useStaffLabels, useT } from './hooks.ts';
export { I18nProvider, useLocale, useReader } from './provider.tsx';
export { type Dictionaries, useDictionary } from './use-dictionary.ts';
export type { EventFacts } from './zh-CN/alerts.ts';
export type { Words } from './zh-CN/words.ts';
