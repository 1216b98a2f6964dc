import type { ChatVendor } from './model.ts';

/** Milliseconds between two messages to one robot: 20 a minute (企业微信, 钉钉), 100 a minute (飞书), one a second (Slack). */
export const GAP: Record<ChatVendor, number> = { WECOM: 3000, DINGTALK: 3000, FEISHU: 650, SLACK: 1000 };
