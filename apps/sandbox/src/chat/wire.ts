import { createHmac } from 'node:crypto';
import { z } from 'zod';

/**
 * The vendors' side of the wire, from their documentation and not from the platform's code:
 * developer.work.weixin.qq.com/document/path/91770, open.dingtalk.com/document/robots/custom-robot-access,
 * open.feishu.cn/document/client-docs/bot-v3/add-custom-bot, docs.slack.dev/messaging/sending-messages-using-incoming-webhooks.
 */
const bytes = (most: number) => (text: string) => Buffer.byteLength(text) <= most;

export const WecomBody = z.strictObject({
  msgtype: z.literal('text'),
  text: z.strictObject({ content: z.string().min(1).refine(bytes(2048), 'content exceeds 2048 bytes') }),
});
export const DingtalkBody = z.strictObject({
  msgtype: z.literal('text'),
  text: z.strictObject({ content: z.string().min(1) }),
});
const Piece = z.discriminatedUnion('tag', [
  z.strictObject({ tag: z.literal('text'), text: z.string() }),
  z.strictObject({ tag: z.literal('a'), text: z.string(), href: z.url() }),
]);
export const FeishuBody = z.strictObject({
  timestamp: z.string().optional(),
  sign: z.string().optional(),
  msg_type: z.literal('post'),
  content: z.strictObject({
    post: z.strictObject({ zh_cn: z.strictObject({ title: z.string(), content: z.array(z.array(Piece)) }) }),
  }),
});
export const SlackBody = z.strictObject({ text: z.string().min(1).max(40_000) });

/** 钉钉: the secret signs `timestamp\nsecret`. */
export function dingtalkSign(secret: string, timestamp: string): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
}

/** 飞书: `timestamp\nsecret` signs nothing. */
export function feishuSign(secret: string, timestamp: string): string {
  return createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
}
