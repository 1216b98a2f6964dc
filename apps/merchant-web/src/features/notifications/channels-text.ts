import { useDictionary } from '@forewarn/ui/i18n';
import { en } from './channels-text-en.ts';
import { zhCN } from './channels-text-zh-CN.ts';

export const useChannelText = () => useDictionary({ 'zh-CN': zhCN, en });
