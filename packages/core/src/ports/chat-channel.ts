import type { ChatVendor } from '../channels/model.ts';

/** Where a robot is written to. */
export interface ChatTarget {
  webhook: string;
  /** Signs the message where the vendor has that. */
  secret: string | null;
}

/** What a robot says: plain text, whose signs mean nothing to the vendor. */
export interface ChatMessage {
  title: string;
  lines: readonly string[];
  link: { label: string; url: string } | null;
}

/**
 * `sent`: the vendor took it. `refused`: a definite no that repeating won't change (robot gone, signature or keyword wrong).
 * `limited`: too fast; not before `retryAfter` ms. `failed`: worth another try. `reply`: the vendor's own words, at most 500 characters.
 */
export type ChatResult =
  | { kind: 'sent'; reply: string }
  | { kind: 'refused'; reply: string }
  | { kind: 'limited'; reply: string; retryAfter: number }
  | { kind: 'failed'; reply: string };

export interface ChatChannel {
  send(target: ChatTarget, message: ChatMessage, now: Date): Promise<ChatResult>;
}

/** Chat groups beside mail, each vendor behind the same door. */
export interface Chats {
  channels: Readonly<Record<ChatVendor, ChatChannel>>;
  /** `host:port` that may be written to besides the vendors' own: the sandbox's, or a named gateway of the operator's. */
  extraHosts: readonly string[];
}
