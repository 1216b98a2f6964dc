import { maskBin, maskEmail, maskName } from '../kernel/mask.ts';

/** Bodies are kept up to this many bytes of UTF-8. */
export const BODY_LIMIT = 16 * 1024;

const HIDDEN = '***';
/** Names of fields that hold secrets, whatever their case and separators. */
const SECRET =
  /^(sign|signature|signkey|secret|.*secret|.*password|passwd|pwd|.*token|authorization|cookie|api_?key|private_?key|x-signature|x-sign)$/i;
const CARD_NUMBER = /^(card_?number|card_?no|pan|card_?number_?masked)$/i;
const HIDDEN_CARD = /^(cvv2?|cvc2?|track_?[12]?_?data|pin|expiry|expiration|exp_?date)$/i;
const HOLDER = /^(card_?holder(_?name)?|holder_?name)$/i;
const BIN = /^(card_?bin|bin)$/i;
/** What people wrote, in what goes out: the answer itself is sealed, so its words don't stand here either. */
const WORDS = /^(reason|comments?|remarks?|notes?|preventive_?actions)$/i;
const EMAIL = /^(.*email|.*mail)$/i;
/** 13–19 digits, with or without blanks and hyphens: what a card number looks like inside any text. */
const CARD_DIGITS = /(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d.])/g;
const FORM_SECRET = /\b(sign|signature|signkey|[a-z]*secret|[a-z]*password|[a-z]*token|api_?key)=([^&\s"]+)/gi;

/**
 * A copy of a body fit for the interface log: secrets gone, card data masked, at most {@link BODY_LIMIT}.
 * With `words`, free text is told by its length alone. JSON is understood at any depth; other text is searched for card numbers and `secret=…` pairs.
 */
export function redactBody(body: string | null | undefined, { words = false } = {}): string | null {
  if (body === null || body === undefined || body === '') return null;
  const text = readJson(body);
  return limit(text === undefined ? redactText(body) : JSON.stringify(redactValue('', text, words)));
}

/** The address without its user info, and with secret query values hidden; at most 500 characters. */
export function redactUrl(address: string): string {
  return address
    .replace(/\/\/[^/@]*@/, '//')
    .replace(FORM_SECRET, `$1=${HIDDEN}`)
    .slice(0, 500);
}

function readJson(body: string): unknown {
  if (!/^\s*[[{"]/.test(body)) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function redactValue(name: string, value: unknown, words: boolean): unknown {
  if (SECRET.test(name) || HIDDEN_CARD.test(name)) return value === null ? null : HIDDEN;
  if (Array.isArray(value)) return value.map((item) => redactValue(name, item, words));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redactValue(key, inner, words)]));
  }
  if (typeof value === 'number' && String(value).length >= 13 && CARD_NUMBER.test(name)) return maskCard(String(value));
  if (typeof value !== 'string') return value;
  if (words && WORDS.test(name)) return `[${[...value].length} characters]`;
  if (CARD_NUMBER.test(name)) return maskCard(value);
  if (HOLDER.test(name)) return maskName(value);
  if (BIN.test(name)) return maskBin(value);
  if (EMAIL.test(name)) return maskEmail(value);
  return redactText(value);
}

export function redactText(text: string): string {
  return text.replace(CARD_DIGITS, maskCard).replace(FORM_SECRET, `$1=${HIDDEN}`);
}

function maskCard(card: string): string {
  const digits = card.replace(/[^\d*]/g, '');
  return digits.length < 8 ? HIDDEN : `${digits.slice(0, 4)}${'*'.repeat(digits.length - 8)}${digits.slice(-4)}`;
}

function limit(text: string): string {
  const bytes = Buffer.byteLength(text);
  if (bytes <= BODY_LIMIT) return text;
  const note = `…[${bytes} bytes]`;
  const kept = Buffer.from(text).subarray(0, BODY_LIMIT - Buffer.byteLength(note));
  return `${new TextDecoder('utf-8', { fatal: false }).decode(kept).replace(/\uFFFD+$/, '')}${note}`;
}
