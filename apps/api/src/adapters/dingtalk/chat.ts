import { createHmac } from 'node:crypto';
import { clipBytes } from '@forewarn/core/kernel/clip';
import { readChatAnswer } from '@forewarn/core/ports/chat-answer';
import type { ChatChannel, ChatMessage } from '@forewarn/core/ports/chat-channel';
import type { OutboundHttp } from '@forewarn/core/ports/outbound-http';

/** A whole request holds at most 20,000 bytes; ours stay far below. */
const MOST = 16_000;

/**
 * 钉钉自定义机器人 (open.dingtalk.com/document/robots/custom-robot-access, "自定义机器人接入" and "安全设置"): a robot with 加签 wants
 * `timestamp` (ms, within an hour) and `sign` beside its token. At most 20 messages a minute for each robot, else it is silenced for ten
 * minutes (130101 "send too fast", 410100). HTTP 200 whatever happened: `{errcode, errmsg}`; 310000 is a signature, keyword or address
 * that doesn't pass, 300001 a token that doesn't exist, -1 busy.
 */
export function createDingtalk(http: OutboundHttp): ChatChannel {
  return {
    async send({ webhook, secret }, message, now) {
      const body = JSON.stringify({ msgtype: 'text', text: { content: contentOf(message) } });
      const url = secret === null ? webhook : signed(webhook, secret, now.getTime());
      return readChatAnswer(await http.post({ url, body }), {
        code: 'errcode',
        words: 'errmsg',
        limited: [130101, 410100],
        pause: 600_000,
        failed: [-1],
      });
    },
  };
}

/** `sign`: base64 of HMAC-SHA256 by the secret over `timestamp\nsecret`, URL-encoded. */
function signed(webhook: string, secret: string, timestamp: number): string {
  const url = new URL(webhook);
  url.searchParams.set('timestamp', String(timestamp));
  url.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  return url.href;
}

function contentOf({ title, lines, link }: ChatMessage): string {
  const tail = link ? `\n${link.label}: ${link.url}` : '';
  return clipBytes([title, ...lines].join('\n'), MOST) + tail;
}
