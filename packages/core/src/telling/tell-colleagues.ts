import { activeColleagues } from '../accounts/index.ts';
import { tellInboxOf } from '../inbox/index.ts';
import { asLocale, type Locale } from '../kernel/locale.ts';
import { type MailKind, type MailQueue, preferencesOf, queueMails } from '../notifications/index.ts';

/** Something one of a merchant's people tells others of them. */
export interface ColleagueMessage {
  merchantId: number;
  userIds: readonly number[];
  kind: MailKind;
  /** Unique per kind and person for ever. */
  key: string;
  alertRef: number;
  facts(locale: Locale, timeZone: string): Record<string, string>;
}

/** Tells each of them by mail in their own language, and in their own inbox: at once, because a person asked for it. In the caller's transaction. */
export async function tellColleagues(queue: MailQueue, message: ColleagueMessage): Promise<void> {
  const { merchantId, userIds, kind, alertRef, facts } = message;
  if (userIds.length === 0) return;
  const readers = (await activeColleagues(queue, merchantId)).filter(({ id }) => userIds.includes(id));
  const timeZone = (await preferencesOf(queue.db, [merchantId])).get(merchantId)?.timeZone ?? 'Asia/Shanghai';
  await queueMails(
    queue,
    readers.map(({ id, name, email, locale }) => ({
      kind,
      dedupKey: `${message.key}:${id}`,
      recipient: email,
      locale: asLocale(locale),
      merchantId,
      alertRef,
      params: { ...facts(asLocale(locale), timeZone), whom: name },
    })),
  );
  for (const { id, name } of readers) {
    await tellInboxOf(queue, id, timeZone, {
      merchantId,
      kind,
      key: `${message.key}:${id}`,
      alertRef,
      cardId: null,
      urgent: false,
      facts: (locale, zone) => ({ ...facts(locale, zone), whom: name }),
    });
  }
}
