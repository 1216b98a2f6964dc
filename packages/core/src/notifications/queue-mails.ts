import type { Core, Executor } from '../kernel/context.ts';
import type { Effect } from '../kernel/effects.ts';
import type { Cipher } from '../ports/index.ts';
import { insertMails, type NewMail } from './store.ts';

export interface MailQueue {
  db: Executor;
  emit(effect: Effect): void;
  now: Date;
  /** The host of the public URL: the right-hand side of every Message-ID. */
  domain: string;
  cipher: Cipher;
}

/** RFC 2606: stands in for an address that nobody told us. */
const NOWHERE = /\.invalid$/i;

/**
 * Queues one mail per recipient (so that one bad address doesn't hold up the others), in the caller's transaction.
 * A mail of the same kind and key is queued once for ever. Answers the keys that are new.
 */
export async function queueMails(queue: MailQueue, mails: readonly NewMail[], deadline?: Date): Promise<Set<string>> {
  const reachable = mails.filter(({ recipient }) => !NOWHERE.test(recipient));
  const stored = await insertMails(queue.db, reachable, queue.domain, queue.now, queue.cipher);
  for (const { id, sendAfter } of stored) {
    queue.emit({
      topic: 'mail.send',
      key: `mail:${id}`,
      payload: { emailId: id },
      ...(sendAfter && { at: sendAfter }),
      ...(deadline && { deadline }),
    });
  }
  return new Set(stored.map((mail) => mail.dedupKey));
}

/** The queue of an open transaction. */
export function mailQueue(core: Pick<Core, 'ports' | 'now'>, db: Executor, emit: MailQueue['emit']): MailQueue {
  const { publicUrl, cipher } = core.ports;
  return { db, emit, now: core.now(), domain: new URL(publicUrl).hostname, cipher };
}
