import type { EffectHandler } from '../effects/index.ts';
import { asLocale } from '../kernel/locale.ts';
import { after, DAY, inZone } from '../kernel/time.ts';
import { mailQueue, queueMails, securityWords } from '../notifications/index.ts';
import { eventById } from '../security-events/index.ts';
import { deviceWords } from './device-name.ts';
import { staffWhoMay } from './staff-who-may-store.ts';

/** Mails a security event to everybody who may look into it (A-308, C-164). */
export const tellSecurity: EffectHandler<'security.alarm'> = async (core, run) => {
  const event = await eventById(core, run.payload.eventId);
  if (!event) return { outcome: 'DONE', detail: 'the event is gone' };
  const readers = await staffWhoMay(core, 'security:view');
  return {
    outcome: 'DONE',
    settle: async (tx, emit) => {
      const mails = readers.map(({ id, email, locale }) => ({
        kind: 'security.alarm' as const,
        dedupKey: `${event.id}:${id}`,
        recipient: email,
        locale: asLocale(locale),
        merchantId: null,
        alertRef: null,
        params: {
          what: securityWords(event.kind, asLocale(locale)),
          who: event.subjectName || (event.realm === null ? '' : `${event.realm} ${event.subjectId ?? '–'}`),
          when: inZone(event.atTime, 'Asia/Shanghai'),
          where: event.ip,
          device: deviceWords(event.userAgent),
        },
      }));
      await queueMails(mailQueue(core, tx, emit), mails, after(core.now(), DAY));
    },
  };
};
