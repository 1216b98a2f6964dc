import { alertLabels as alertsEn } from './en/alerts.ts';
import { cardLabels as cardsEn } from './en/cards.ts';
import { problems as problemsEn } from './en/problems.ts';
import { staffLabels as staffEn } from './en/staff.ts';
import { words as wordsEn } from './en/words.ts';
import { useDictionary } from './use-dictionary.ts';
import { alertLabels } from './zh-CN/alerts.ts';
import { cardLabels } from './zh-CN/cards.ts';
import { problems } from './zh-CN/problems.ts';
import { staffLabels } from './zh-CN/staff.ts';
import { words } from './zh-CN/words.ts';

/** Words that every screen shares. */
export const useT = () => useDictionary({ 'zh-CN': words, en: wordsEn });
/** Labels of the enums in the alerts' model, and the sentences of an alert's history. */
export const useAlertLabels = () => useDictionary({ 'zh-CN': alertLabels, en: alertsEn });
export const useCardLabels = () => useDictionary({ 'zh-CN': cardLabels, en: cardsEn });
/** Labels of what only the operator's people see. */
export const useStaffLabels = () => useDictionary({ 'zh-CN': staffLabels, en: staffEn });
/** What the client itself can find wrong. */
export const useProblems = () => useDictionary({ 'zh-CN': problems, en: problemsEn });
