import type { Core } from '../kernel/context.ts';
import { MINUTE, SECOND } from '../kernel/time.ts';
import type { Mail, MailResult } from '../ports/mailer.ts';
import { type ActiveSender, activeSenders } from './active-senders.ts';
import { noteError, noteSuccess, takePlaceInMinute } from './store.ts';

export interface Delivery extends MailResult {
  /** Who carried it, or was the last to try; null: the server the process was started with, or nobody. */
  senderId: number | null;
  /** Every sender has used up its minute: when there is room again. Counts as no try. */
  roomAt?: Date;
}

/** All tries of one mail together: less than an effect's lease. */
const PATIENCE = 36 * SECOND;
/** A try that gets less than this isn't begun. */
const LEAST = 3 * SECOND;
/** A sender that couldn't be reached is asked last for so long. */
const SHUNNED_FOR = 30 * SECOND;
/** A 4xx about one mail or one mailbox (greylisting): the sender is as good as before. 421 closes the line. */
const NOT_NOW = /^4(?!21)\d\d/;
const shunned = new WeakMap<object, Map<number, number>>();

/**
 * Hands a mail to the first sender that takes it. One that can't be reached, or says “not now” before it has the mail, is passed over; a
 * refusal is final, and after an unknown outcome no other sender is asked: the mail may be under way, and the next try is the outbox's,
 * under the same Message-ID.
 */
export async function deliver(core: Pick<Core, 'db' | 'ports' | 'now' | 'log'>, mail: Mail): Promise<Delivery> {
  const senders = await activeSenders(core);
  if (senders.length === 0) return { ...(await core.ports.mailer.send(mail)), senderId: null };
  const started = performance.now();
  let last: Delivery | undefined;
  for (const sender of inOrder(core, senders)) {
    const left = PATIENCE - (performance.now() - started);
    if (left < LEAST) break;
    if (!(await takePlaceInMinute(core, sender.id, minuteOf(core.now())))) continue;
    const result = await core.ports.mailer.send(mail, sender.server, left);
    await note(core, sender, result);
    last = { ...result, senderId: sender.id };
    if (result.outcome !== 'FAILED') return last;
  }
  if (last) return last;
  const roomAt = new Date(minuteOf(core.now()).getTime() + MINUTE);
  return { outcome: 'FAILED', reply: 'every sender has used up its allowance for this minute', senderId: null, roomAt };
}

/** As set, those that have just failed behind the others. */
function inOrder(core: Pick<Core, 'ports' | 'now'>, senders: readonly ActiveSender[]): ActiveSender[] {
  const until = shunned.get(core.ports);
  const now = core.now().getTime();
  const bad = (sender: ActiveSender) => (until?.get(sender.id) ?? 0) > now;
  return [...senders.filter((one) => !bad(one)), ...senders.filter(bad)];
}

function minuteOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / MINUTE) * MINUTE);
}

/** What stands beside the sender for admins. Not being able to write it down holds up no mail. */
async function note(
  core: Pick<Core, 'db' | 'ports' | 'now' | 'log'>,
  { id, name }: ActiveSender,
  { outcome, reply }: MailResult,
): Promise<void> {
  const until = shunned.get(core.ports) ?? new Map<number, number>();
  shunned.set(core.ports, until);
  if (outcome === 'FAILED' && !NOT_NOW.test(reply)) until.set(id, core.now().getTime() + SHUNNED_FOR);
  else if (outcome !== 'FAILED') until.delete(id);
  try {
    if (outcome === 'SENT') await noteSuccess(core, id, core.now());
    else await noteError(core, id, reply, core.now());
  } catch (error) {
    core.log.warn({ err: error, senderId: id }, 'the state of a mail sender could not be noted');
  }
  if (outcome === 'FAILED') core.log.warn({ senderId: id, sender: name, reply }, 'a mail sender failed');
}
