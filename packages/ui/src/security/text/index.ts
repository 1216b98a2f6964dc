import { useDictionary } from '../../i18n/use-dictionary.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export const useSecurityText = () => useDictionary({ 'zh-CN': zhCN, en });
