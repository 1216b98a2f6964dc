import { useDictionary } from '@forewarn/ui/i18n';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export const useAppText = () => useDictionary({ 'zh-CN': zhCN, en });
