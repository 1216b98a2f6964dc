import { useDictionary } from '@forewarn/ui/i18n';
import { ruleEn } from './rule-en.ts';
import { ruleZh } from './rule-zh-CN.ts';

export const useRuleNoticeText = () => useDictionary({ 'zh-CN': ruleZh, en: ruleEn });
