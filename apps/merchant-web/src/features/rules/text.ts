import { useDictionary } from '@forewarn/ui/i18n';
import { en } from './text-en.ts';
import { zhCN } from './text-zh-CN.ts';

export const useRuleText = () => useDictionary({ 'zh-CN': zhCN, en });
