import { clipBytes } from '@forewarn/core/kernel/clip';
import { readChatAnswer } from '@forewarn/core/ports/chat-answer';
import type { ChatChannel, ChatMessage } from '@forewarn/core/ports/chat-channel';
import type { OutboundHttp } from '@forewarn/core/ports/outbound-http';

/** A text holds at most 2048 bytes. */
const MOST = 2048;

/**
 * 企业微信群机器人 (developer.work.weixin.qq.com/document/path/91770, "群机器人配置说明"): JSON to the address that holds the key, no
 * signature; at most 20 messages a minute for each robot. HTTP 200 whatever happened: `{errcode, errmsg}`; 45009 is too fast, -1 busy,
 * 93000 an address that isn't a robot's.
 */
export function createWecom(http: OutboundHttp): ChatChannel {
  return {
    async send({ webhook }, message) {
      const body = JSON.stringify({ msgtype: 'text', text: { content: contentOf(message) } });
      return readChatAnswer(await http.post({ url: webhook, body }), {
        code: 'errcode',
        words: 'errmsg',
        limited: [45009],
        pause: 60_000,
        failed: [-1],
      });
    },
  };
}

/** `<@userid>` and `<@all>` would call people: a text of ours calls nobody. */
function contentOf({ title, lines, link }: ChatMessage): string {
  const text = [title, ...lines].join('\n').replaceAll('<', '＜').replaceAll('>', '＞');
  const tail = link ? `\n${link.label}: ${link.url}` : '';
  return clipBytes(text, MOST - Buffer.byteLength(tail)) + tail;
}
