import { asLocale, type Locale } from '../kernel/locale.ts';
import { after, HOUR, inZone } from '../kernel/time.ts';
import { type MailQueue, queueMails } from './queue-mails.ts';
import { platformAdmins } from './store.ts';
import { timeLeft } from './time-left.ts';

const ZONE = 'Asia/Shanghai';
/** The ladder's last step and what is told along with it. */
const SOON = 2.5 * HOUR;
const LISTED = 10;

interface Waiting {
  deadline: Date;
  descriptor: string | null;
}

/**
 * One mail for each platform admin about everything in the queue that still has time, soonest first; `key` names the occasion for ever.
 * Most of a queue waits for one descriptor, so it is listed by those.
 */
export async function tellQueueDue(queue: MailQueue, key: string, waiting: readonly Waiting[]): Promise<void> {
  const [first] = waiting;
  if (!first) return;
  const { now } = queue;
  const due = waiting.filter(({ deadline }) => deadline <= after(now, SOON)).length;
  await queueMails(
    queue,
    (await platformAdmins(queue.db)).map((admin) => {
      const locale = asLocale(admin.locale);
      return {
        kind: 'admin.queue-due' as const,
        dedupKey: `${key}:${admin.id}`,
        recipient: admin.email,
        locale,
        merchantId: null,
        alertRef: null,
        params: {
          total: String(waiting.length),
          due: String(due),
          deadline: inZone(first.deadline, ZONE),
          left: timeLeft(now, first.deadline, locale),
          alerts: byDescriptor(waiting, locale),
          link: 'forewarn://queue',
        },
      };
    }),
    after(now, HOUR),
  );
}

const WORDS: Record<Locale, { none: string; more: (count: number) => string }> = {
  'zh-CN': { none: '（无描述符）', more: (count) => `另有 ${count} 个描述符。` },
  en: { none: '(no descriptor)', more: (count) => `${count} more descriptors.` },
};

function byDescriptor(waiting: readonly Waiting[], locale: Locale): string {
  const words = WORDS[locale];
  const groups = new Map<string, { count: number; deadline: Date }>();
  for (const { descriptor, deadline } of waiting) {
    const name = descriptor?.trim() || words.none;
    const group = groups.get(name);
    if (group) group.count++;
    else groups.set(name, { count: 1, deadline });
  }
  const lines = [...groups].map(([name, { count, deadline }]) => `${inZone(deadline, ZONE)}  ${name}  × ${count}`);
  return [...lines.slice(0, LISTED), ...(lines.length > LISTED ? [words.more(lines.length - LISTED)] : [])].join('\n');
}
