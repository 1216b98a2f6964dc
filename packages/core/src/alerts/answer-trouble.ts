import { asLocale, type Locale } from '../kernel/locale.ts';
import { type MailQueue, type MerchantMessage, platformAdmins, queueMails } from '../notifications/index.ts';
import { tellMerchant } from '../telling/index.ts';

export type Trouble = 'waiting' | 'refused' | 'expired';

const STATES: Record<Locale, Record<Trouble, string>> = {
  'zh-CN': {
    waiting: '暂未送达，系统会继续重试到截止时间。',
    refused: '被预警服务方拒绝。',
    expired: '在截止时间前未能送达。',
  },
  en: {
    waiting: 'is not delivered yet; we keep trying until the deadline.',
    refused: 'was refused by the alert network.',
    expired: 'could not be delivered before the deadline.',
  },
};
const CAUSES: Record<Locale, Record<Trouble, string>> = {
  'zh-CN': {
    waiting: '预警服务方没有响应',
    refused: '预警服务方不接受该结果',
    expired: '多次尝试后预警服务方仍没有响应',
  },
  en: {
    waiting: 'the alert network does not answer',
    refused: 'the alert network does not take this answer',
    expired: 'the alert network did not answer after many tries',
  },
};

export interface TroubledAnswer {
  alertRef: number;
  /** Which of the alert's answers. */
  number: number;
  trouble: Trouble;
  facts(locale: Locale, timeZone: string): Record<string, string>;
  loginUrl: string;
  merchantId: number | null;
  cardId: number | null;
}

/** Tells the merchant and every platform admin that an answer isn't getting through; once per kind of trouble. */
export async function announceAnswerTrouble(queue: MailQueue, answer: TroubledAnswer): Promise<void> {
  const { alertRef, number, trouble, merchantId, cardId } = answer;
  const key = number === 1 ? `${alertRef}:${trouble}` : `${alertRef}:${number}:${trouble}`;
  const facts: MerchantMessage['facts'] = (locale, timeZone) => ({
    ...answer.facts(locale, timeZone),
    state: STATES[locale][trouble],
    failure: CAUSES[locale][trouble],
    loginUrl: answer.loginUrl,
  });
  if (merchantId !== null)
    await tellMerchant(queue, {
      merchantId,
      kind: 'alert.answer-failed',
      key,
      alertRef,
      cardId,
      urgent: true,
      facts,
    });
  const readers = (await platformAdmins(queue.db)).map((admin) => ({
    reader: `staff-${admin.id}`,
    email: admin.email,
    locale: asLocale(admin.locale),
    timeZone: 'Asia/Shanghai',
  }));
  await queueMails(
    queue,
    readers.map(({ reader, email, locale, timeZone }) => ({
      kind: 'alert.answer-failed' as const,
      dedupKey: `${key}:${reader}`,
      recipient: email,
      locale,
      // The operator's own: neither the merchant's list of mails nor its timeline names them.
      merchantId: null,
      alertRef,
      params: facts(locale, timeZone),
    })),
  );
}
