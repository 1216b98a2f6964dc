import type { ChatResult } from './chat-channel.ts';
import type { OutboundAnswer } from './outbound-http.ts';

/** How a vendor's codes are to be read; every other code is a definite no. */
export interface ChatCodes {
  /** The members of the answer's JSON that hold code and words. */
  code: string;
  words: string;
  /** Codes that mean "too fast", and how long to wait then, in ms, when the answer doesn't say. */
  limited: readonly number[];
  pause: number;
  /** Codes that mean "not now": their server's fault. */
  failed: readonly number[];
}

/** A robot's answer as 企业微信, 钉钉 and 飞书 give it: HTTP 200 whatever happened, and a code that is 0 when it went well. */
export function readChatAnswer(answer: OutboundAnswer, codes: ChatCodes): ChatResult {
  const refused = withoutAnswer(answer, codes.pause);
  if (refused) return refused;
  if (answer.kind !== 'answered') return { kind: 'failed', reply: '' };
  const body = parse(answer.text);
  const code = body?.[codes.code];
  const reply = cut(`${String(code ?? answer.status)} ${String(body?.[codes.words] ?? answer.text)}`);
  if (typeof code !== 'number') return { kind: answer.status >= 400 ? 'refused' : 'failed', reply };
  if (code === 0) return { kind: 'sent', reply };
  if (codes.limited.includes(code)) return { kind: 'limited', reply, retryAfter: codes.pause };
  return { kind: codes.failed.includes(code) ? 'failed' : 'refused', reply };
}

/** What is the same for all vendors: no answer, a redirect, 429, 5xx. Undefined: the body has to be read. */
export function withoutAnswer(answer: OutboundAnswer, pause: number): ChatResult | undefined {
  if (answer.kind === 'forbidden') return { kind: 'refused', reply: cut(answer.detail) };
  if (answer.kind !== 'answered') return { kind: 'failed', reply: cut(answer.detail) };
  const { status, headers, text } = answer;
  if (status === 429) return { kind: 'limited', reply: cut(`429 ${text}`), retryAfter: saidToWait(headers) ?? pause };
  if (status >= 500) return { kind: 'failed', reply: cut(`${status} ${text}`) };
  if (status >= 300 && status < 400) return { kind: 'refused', reply: `${status}: a redirect, which is not followed` };
  return undefined;
}

/** `Retry-After` in seconds (Slack), `x-ogw-ratelimit-reset` (飞书); at most an hour is believed. */
function saidToWait(headers: Readonly<Record<string, string | undefined>>): number | undefined {
  const seconds = Number(headers['retry-after'] ?? headers['x-ogw-ratelimit-reset']);
  return seconds > 0 && seconds <= 3600 ? seconds * 1000 : undefined;
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? { ...json } : undefined;
  } catch {
    return undefined;
  }
}

export function cut(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 500);
}
