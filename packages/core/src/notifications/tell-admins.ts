import type { EffectHandler } from '../effects/index.ts';
import type { Effect } from '../kernel/effects.ts';
import { asLocale } from '../kernel/locale.ts';
import { after, inZone, MINUTE } from '../kernel/time.ts';
import { mailDomain, queueMails } from './queue-mails.ts';
import { platformAdmins, queueFigures } from './store.ts';

const WINDOW = 10 * MINUTE;

/**
 * Announces that something waits for an admin: one mail at once, and one at the end of the ten-minute window for all that came after,
 * so that sixty unmatched alerts make two mails and none goes unannounced. The figures are counted when the mail is made.
 */
export function announceQueue(emit: (effect: Effect) => void, now: Date): void {
  const start = Math.floor(now.getTime() / WINDOW) * WINDOW;
  emit({ topic: 'admin.queue', key: `queue:${start}:first`, payload: { window: `${start}:first` } });
  emit({
    topic: 'admin.queue',
    key: `queue:${start}:rest`,
    payload: { window: `${start}:rest` },
    at: new Date(start + WINDOW),
  });
}

/** Counts the queue and queues one mail per platform admin; says nothing when nothing waits any more. */
export const tellAdmins: EffectHandler<'admin.queue'> = async (core, run) => {
  const figures = await queueFigures(core.db);
  const total = figures.unmatched + figures.held + figures.unreadable;
  if (total === 0) return { outcome: 'DONE', detail: 'nothing waits any more' };
  return {
    outcome: 'DONE',
    settle: async (tx, emit) => {
      const now = core.now();
      const admins = await platformAdmins(tx);
      const params = {
        total: String(total),
        unmatched: String(figures.unmatched),
        held: String(figures.held),
        unreadable: String(figures.unreadable),
        deadline: figures.earliest ? inZone(figures.earliest, 'Asia/Shanghai') : '',
      };
      await queueMails(
        { db: tx, emit, now, domain: mailDomain(core.ports.publicUrl), cipher: core.ports.cipher },
        admins.map((admin) => ({
          kind: 'admin.queue' as const,
          dedupKey: `${run.payload.window}:${admin.id}`,
          recipient: admin.email,
          locale: asLocale(admin.locale),
          merchantId: null,
          alertRef: null,
          params,
        })),
        after(now, 6 * WINDOW),
      );
    },
  };
};
