import type { EffectHandler } from '../effects/index.ts';
import type { Effect } from '../kernel/effects.ts';
import { asLocale, type Locale } from '../kernel/locale.ts';
import { inZone, MINUTE } from '../kernel/time.ts';
import { dueFigures } from './due-store.ts';
import { mailQueue, queueMails } from './queue-mails.ts';
import { platformAdmins } from './store.ts';

const WINDOW = 10 * MINUTE;
const ZONE = 'Asia/Shanghai';
const LISTED = 10;

/** Announces that an alert is about to pass its deadline, or has: one mail at once and one for all that follow within ten minutes. */
export function announceDue(emit: (effect: Effect) => void, now: Date): void {
  const start = Math.floor(now.getTime() / WINDOW) * WINDOW;
  for (const [part, at] of [
    ['first', now],
    ['rest', new Date(start + WINDOW)],
  ] as const)
    emit({ topic: 'admin.due', key: `due:${start}:${part}`, payload: { window: `${start}:${part}` }, at });
}

/** Counts and names the alerts nobody answers when the mail is made; says nothing when all have been answered since. */
export const tellDue: EffectHandler<'admin.due'> = async (core, run) => {
  const now = core.now();
  const figures = await dueFigures(core.db, now, LISTED);
  if (figures.due + figures.expired === 0) return { outcome: 'DONE', detail: 'all are answered' };
  return {
    outcome: 'DONE',
    settle: async (tx, emit) => {
      const admins = await platformAdmins(tx);
      await queueMails(
        mailQueue(core, tx, emit),
        admins.map((admin) => {
          const locale = asLocale(admin.locale);
          return {
            kind: 'admin.due' as const,
            dedupKey: `${run.payload.window}:${admin.id}`,
            recipient: admin.email,
            locale,
            merchantId: null,
            alertRef: null,
            params: {
              due: String(figures.due),
              expired: String(figures.expired),
              unplaced: String(figures.unplaced),
              deadline: figures.first[0] ? inZone(figures.first[0].deadline, ZONE) : '',
              alerts: listOf(figures, locale),
            },
          };
        }),
        new Date(now.getTime() + 6 * WINDOW),
      );
    },
  };
};

const MORE: Record<Locale, (count: number) => string> = {
  'zh-CN': (count) => `另有 ${count} 条，请在管理端查看。`,
  en: (count) => `${count} more: see the admin app.`,
};

function listOf({ due, first }: Awaited<ReturnType<typeof dueFigures>>, locale: Locale): string {
  const lines = first.map(
    ({ alertId, companyName, deadline }) => `${inZone(deadline, ZONE)}  ${alertId}  ${companyName ?? ''}`,
  );
  if (due > first.length) lines.push(MORE[locale](due - first.length));
  return lines.join('\n');
}
