import { z } from 'zod';
import { LOCALES } from '../kernel/locale.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Instant } from '../kernel/time.ts';
import { looksLikeWebhook } from './webhook.ts';

/** 企业微信, 钉钉, 飞书 (and Lark), Slack. */
export const CHAT_VENDORS = ['WECOM', 'DINGTALK', 'FEISHU', 'SLACK'] as const;
export type ChatVendor = (typeof CHAT_VENDORS)[number];

/** Those who sign what is sent; the others prove themselves by the address alone. */
export const SIGNING_VENDORS: readonly ChatVendor[] = ['DINGTALK', 'FEISHU'];

/** What a merchant chooses by: new alerts, reminders, answers and their trouble, enrolments, the rest about the account. */
export const CHANNEL_TOPICS = ['ALERTS', 'REMINDERS', 'ANSWERS', 'CARDS', 'ACCOUNT'] as const;
export type ChannelTopic = (typeof CHANNEL_TOPICS)[number];

/** `SENT`, refused for good, too fast, or no answer. */
export const CHANNEL_OUTCOMES = ['SENT', 'REFUSED', 'LIMITED', 'FAILED'] as const;
export type ChannelOutcome = (typeof CHANNEL_OUTCOMES)[number];

export const CHANNELS_AT_MOST = 10;
/** Definite refusals in a row after which a channel is switched off by itself. */
export const REFUSALS_AT_MOST = 5;

const Id = z.coerce.number<number | string>().int().positive();

export const Channel = z.object({
  id: z.number().int(),
  vendor: z.enum(CHAT_VENDORS),
  name: z.string(),
  /** The host and the end of the address; the address itself is never shown again. */
  webhookMasked: z.string(),
  hasSecret: z.boolean(),
  topics: z.array(z.enum(CHANNEL_TOPICS)),
  locale: z.enum(LOCALES),
  enabled: z.boolean(),
  /** Switched off by itself after {@link REFUSALS_AT_MOST} refusals. */
  switchedOff: z.boolean(),
  lastOutcome: z.enum(CHANNEL_OUTCOMES).nullable(),
  /** The vendor's own words. */
  lastReply: z.string(),
  lastTime: Instant.nullable(),
  createdTime: Instant,
});
export type Channel = z.output<typeof Channel>;
export const Channels = z.object({ records: z.array(Channel) });

const Name = z.string().trim().min(1).max(60);
const Webhook = z.string().trim().min(1).max(500).refine(looksLikeWebhook, 'WEBHOOK_FORM');
const Secret = z.string().trim().max(200);
const Topics = z
  .array(z.enum(CHANNEL_TOPICS))
  .min(1)
  .max(CHANNEL_TOPICS.length)
  .transform((topics) => CHANNEL_TOPICS.filter((topic) => topics.includes(topic)));

export const ChannelAdd = z.object({
  vendor: z.enum(CHAT_VENDORS),
  name: Name,
  /** The robot's address, as the vendor shows it. */
  webhook: Webhook,
  /** The signing secret of a DingTalk or Feishu robot that has one. */
  secret: Secret.optional(),
  topics: Topics.default([...CHANNEL_TOPICS]),
  locale: z.enum(LOCALES).default('zh-CN'),
});
export type ChannelAdd = z.output<typeof ChannelAdd>;

/** What isn't sent stays; an empty `secret` takes it away. */
export const ChannelUpdate = z.object({
  id: Id,
  name: Name.optional(),
  webhook: Webhook.optional(),
  secret: Secret.optional(),
  topics: Topics.optional(),
  locale: z.enum(LOCALES).optional(),
  enabled: z.boolean().optional(),
});
export type ChannelUpdate = z.output<typeof ChannelUpdate>;

export const ChannelInput = z.object({ id: Id });
export const Done = z.object({ done: z.literal(true) });

export const ChannelTest = z.object({
  outcome: z.enum(CHANNEL_OUTCOMES),
  /** The vendor's own words. */
  reply: z.string(),
});
export type ChannelTest = z.output<typeof ChannelTest>;

export const ChannelMessagesInput = PageInput.extend({ id: Id });
export const ChannelMessage = z.object({
  id: z.number().int(),
  title: z.string(),
  alertRef: z.number().int().nullable(),
  status: z.enum(['QUEUED', 'SENT', 'FAILED']),
  attempts: z.number().int(),
  reply: z.string(),
  createdTime: Instant,
  doneTime: Instant.nullable(),
});
export const ChannelMessagePage = pageOf(ChannelMessage);
