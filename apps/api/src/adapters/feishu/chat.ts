import { createHmac } from 'node:crypto';
import { readChatAnswer } from '@forewarn/core/ports/chat-answer';
import type { ChatChannel, ChatMessage } from '@forewarn/core/ports/chat-channel';
import type { OutboundHttp } from '@forewarn/core/ports/outbound-http';

/**
 * 飞书自定义机器人 (open.feishu.cn/document/client-docs/bot-v3/add-custom-bot, "自定义机器人使用指南"), Lark alike: a robot with 签名校验
 * wants `timestamp` (seconds, within an hour) and `sign` in the body. At most 100 messages a minute and 5 a second for each robot, 20 KB
 * each; 11232 is too fast, as is HTTP 429 (99991400). HTTP 200 whatever happened: `{code, msg}`; 19021 is a wrong signature or time,
 * 19024 a missing keyword, 19022 an address that may not, 19001 a token that doesn't exist. A rich text calls nobody by what stands in it.
 */
export function createFeishu(http: OutboundHttp): ChatChannel {
  return {
    async send({ webhook, secret }, message, now) {
      const timestamp = String(Math.floor(now.getTime() / 1000));
      const body = JSON.stringify({
        ...(secret !== null && { timestamp, sign: signature(secret, timestamp) }),
        msg_type: 'post',
        content: { post: { zh_cn: postOf(message) } },
      });
      return readChatAnswer(await http.post({ url: webhook, body }), {
        code: 'code',
        words: 'msg',
        limited: [11232, 99991400],
        pause: 60_000,
        failed: [-1, 1500],
      });
    },
  };
}

/** Base64 of HMAC-SHA256 over nothing, with `timestamp\nsecret` as its key: the vendor's own turn of it. */
function signature(secret: string, timestamp: string): string {
  return createHmac('sha256', `${timestamp}\n${secret}`).digest('base64');
}

function postOf({ title, lines, link }: ChatMessage) {
  const paragraphs = lines.map((text) => [{ tag: 'text', text }]);
  return {
    title,
    content: [...paragraphs, ...(link ? [[{ tag: 'a', text: link.label, href: link.url }]] : [])],
  };
}
