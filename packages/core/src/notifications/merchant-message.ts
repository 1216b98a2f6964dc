import type { Locale } from '../kernel/locale.ts';
import type { MailKind } from './templates.ts';

/** One thing a merchant is told, whatever the channel: mail, the inbox in the app, a chat robot. */
export interface MerchantMessage {
  merchantId: number;
  kind: MailKind;
  /** Unique per kind for ever: the same message again is the same message. ASCII, at most 100. */
  key: string;
  alertRef: number | null;
  cardId: number | null;
  /** Passes the merchant's quiet hours when they agreed to that. */
  urgent: boolean;
  /** What fills the text, as plain text in the reader's language and zone. */
  facts(locale: Locale, timeZone: string): Record<string, string>;
  /** By when the merchant has to act. */
  deadline?: Date;
  /** The backup addresses get it too. */
  backups?: boolean;
}
