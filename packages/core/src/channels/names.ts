import type { Locale } from '../kernel/locale.ts';
import type { ChatVendor } from './model.ts';

export const VENDOR_NAMES: Record<Locale, Record<ChatVendor, string>> = {
  'zh-CN': { WECOM: '企业微信', DINGTALK: '钉钉', FEISHU: '飞书', SLACK: 'Slack' },
  en: { WECOM: 'WeCom', DINGTALK: 'DingTalk', FEISHU: 'Feishu / Lark', SLACK: 'Slack' },
};
