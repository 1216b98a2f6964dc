import { useDictionary } from '@forewarn/ui/i18n';
import { en } from './descriptor-text-en.ts';
import { zhCN } from './descriptor-text-zh-CN.ts';

export const useDescriptorText = () => useDictionary({ 'zh-CN': zhCN, en });
