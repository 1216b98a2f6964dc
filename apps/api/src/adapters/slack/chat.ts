import { cut, withoutAnswer } from '@forewarn/core/ports/chat-answer';
import type { ChatChannel, ChatMessage, ChatResult } from '@forewarn/core/ports/chat-channel';
import type { OutboundAnswer, OutboundHttp } from '@forewarn/core/ports/outbound-http';

/** One message a second; more answers 429 with `Retry-After`. */
const PAUSE = 1000;

/**
 * Slack incoming webhooks (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks): no signature, `ok` as plain text when it
 * went well. Else the status and a word (api.slack.com/changelog/2016-05-17-changes-to-errors-for-incoming-webhooks): 400
 * `invalid_payload`, 403 `action_prohibited`, 404 `channel_not_found` or `no_service`, 410 `channel_is_archived`, 500 `rollup_error`.
 */
export function createSlack(http: OutboundHttp): ChatChannel {
  return {
    async send({ webhook }, message) {
      return read(await http.post({ url: webhook, body: JSON.stringify({ text: textOf(message) }) }));
    },
  };
}

function read(answer: OutboundAnswer): ChatResult {
  const early = withoutAnswer(answer, PAUSE);
  if (early) return early;
  if (answer.kind !== 'answered') return { kind: 'failed', reply: '' };
  const reply = cut(`${answer.status} ${answer.text}`);
  if (answer.status === 200) return { kind: answer.text.trim() === 'ok' ? 'sent' : 'failed', reply };
  return { kind: 'refused', reply };
}

/** `&`, `<` and `>` are the signs that mean something (`<!channel>`, `<url|text>`); `*` makes the title bold. */
function textOf({ title, lines, link }: ChatMessage): string {
  const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [
    `*${plain(title.replaceAll('*', '∗'))}*`,
    ...lines.map(plain),
    ...(link ? [`<${link.url}|${plain(link.label)}>`] : []),
  ].join('\n');
}
