import { systemActor } from '../kernel/actor.ts';
import { commit } from '../kernel/commit.ts';
import type { Core } from '../kernel/context.ts';
import { asLocale } from '../kernel/locale.ts';
import { after, DAY, HOUR } from '../kernel/time.ts';
import { mailQueue, queueMails, systemAdmins } from '../notifications/index.ts';
import { holdDuty, nextDuty } from './chain-store.ts';
import { problemText } from './problem-text.ts';
import { verifyWhole, type WholeVerification } from './verify-whole.ts';

/** 02:30 in Shanghai. */
const HOUR_OF_DAY = 18.5 * HOUR;

/**
 * Once a night one worker verifies the whole log; when something doesn't fit, every system admin is mailed, each night until it does.
 * undefined: not now, or another worker does it. A worker that dies on the way is followed by another after an hour.
 */
export async function verifyNightly(core: Core): Promise<WholeVerification | undefined> {
  const now = core.now();
  const mine = await commit(core, async (tx) => {
    const duty = await holdDuty(tx, 'verify', now);
    if (duty) await nextDuty(tx, 'verify', after(now, HOUR));
    return duty !== undefined;
  });
  if (!mine) return undefined;
  const caller = {
    actor: systemActor('audit'),
    requestId: crypto.randomUUID(),
    ip: '',
    userAgent: '',
    locale: 'en',
  } as const;
  const found = await verifyWhole(core, caller);
  if (!found.ok) await tell(core, found, now);
  await nextDuty(core.db, 'verify', nextNight(now));
  return found;
}

export function nextNight(now: Date): Date {
  const midnight = Math.floor(now.getTime() / DAY) * DAY;
  const tonight = midnight + HOUR_OF_DAY;
  return new Date(tonight > now.getTime() ? tonight : tonight + DAY);
}

async function tell(core: Core, found: WholeVerification, now: Date): Promise<void> {
  const { problems, firstProblem, checked } = found;
  core.log.error({ problems, firstProblem, checked }, 'the audit log does not verify');
  await commit(core, async (tx, emit) => {
    const admins = await systemAdmins(tx);
    await queueMails(
      mailQueue(core, tx, emit),
      admins.map((admin) => {
        const locale = asLocale(admin.locale);
        return {
          kind: 'audit.broken' as const,
          dedupKey: `${now.toISOString().slice(0, 10)}:${admin.id}`,
          recipient: admin.email,
          locale,
          merchantId: null,
          alertRef: null,
          params: {
            problem: firstProblem ? problemText(firstProblem.kind, locale) : '',
            entry: firstProblem?.auditId ? `#${firstProblem.auditId}` : '',
            link: firstProblem?.seq ? `#${firstProblem.seq}` : '',
            problems: String(problems),
            checked: String(checked),
          },
        };
      }),
      after(now, DAY),
    );
  });
}
