import { useDictionary } from '@forewarn/ui/i18n';
import { answerEn } from './answer-en.ts';
import { answerZh } from './answer-zh-CN.ts';
import { detailEn } from './detail-en.ts';
import { detailZh } from './detail-zh-CN.ts';
import { evidenceEn } from './evidence-en.ts';
import { evidenceZh } from './evidence-zh-CN.ts';
import { listEn } from './list-en.ts';
import { listZh } from './list-zh-CN.ts';
import { quickEn } from './quick-en.ts';
import { quickZh } from './quick-zh-CN.ts';

export const useListText = () => useDictionary({ 'zh-CN': listZh, en: listEn });
export const useDetailText = () => useDictionary({ 'zh-CN': detailZh, en: detailEn });
export const useAnswerText = () => useDictionary({ 'zh-CN': answerZh, en: answerEn });
export const useQuickText = () => useDictionary({ 'zh-CN': quickZh, en: quickEn });
export const useEvidenceText = () => useDictionary({ 'zh-CN': evidenceZh, en: evidenceEn });
