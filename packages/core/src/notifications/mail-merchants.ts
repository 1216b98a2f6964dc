import { createHash } from 'node:crypto';
import type { MerchantMessage } from './merchant-message.ts';
import { type MailQueue, queueMails } from './queue-mails.ts';
import { cardAddresses, type Preferences } from './settings-store.ts';
import type { NewMail } from './store.ts';
import { nextOpening } from './window.ts';

/**
 * Mails for many messages at once: one per address, the merchant's and the card's, each once however often it is told. Outside the
 * merchant's hours a mail waits for their start, it is never dropped; what is urgent, or couldn't be answered any more by then, goes at
 * once where the merchant agreed.
 */
export async function mailMerchants(
  queue: MailQueue,
  messages: readonly MerchantMessage[],
  preferences: ReadonlyMap<number, Preferences>,
): Promise<void> {
  if (messages.length === 0) return;
  const cards = await cardAddresses(
    queue.db,
    messages.flatMap(({ cardId }) => cardId ?? []),
  );
  await queueMails(
    queue,
    messages.flatMap((message) => {
      const wishes = preferences.get(message.merchantId);
      if (!wishes) return [];
      const card = message.cardId === null ? undefined : cards.get(message.cardId);
      return recipientsOf(message, wishes, card).map((recipient) => mailOf(queue, message, wishes, recipient));
    }),
  );
}

function recipientsOf(message: MerchantMessage, wishes: Preferences, cardEmail: string | undefined): string[] {
  const addresses = [
    wishes.mainEmail,
    ...(cardEmail ? [cardEmail] : []),
    ...(message.backups ? wishes.backupEmails : []),
  ];
  return [...new Set(addresses.map((address) => address.trim().toLowerCase()))];
}

function mailOf({ now }: MailQueue, message: MerchantMessage, wishes: Preferences, recipient: string): NewMail {
  const { locale, timeZone } = wishes;
  return {
    kind: message.kind,
    dedupKey: `${message.key}:${recipientKey(recipient)}`,
    recipient,
    locale,
    merchantId: message.merchantId,
    alertRef: message.alertRef,
    params: message.facts(locale, timeZone),
    sendAfter: leavesAt(now, message, wishes),
  };
}

/** When a mail may leave; null: at once. */
export function leavesAt(
  now: Date,
  message: Pick<MerchantMessage, 'urgent' | 'deadline'>,
  wishes: Pick<Preferences, 'window' | 'timeZone' | 'urgentPierces'>,
): Date | null {
  const opening = nextOpening(now, wishes.window, wishes.timeZone);
  if (opening <= now) return null;
  const tooLate = message.deadline !== undefined && message.deadline <= opening;
  return wishes.urgentPierces && (message.urgent || tooLate) ? null : opening;
}

/** Short and safe in a key, the same for the same address. */
export function recipientKey(recipient: string): string {
  return createHash('sha256').update(recipient).digest('hex').slice(0, 16);
}
