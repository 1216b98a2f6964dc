import { commit } from '../kernel/commit.ts';
import type { Core } from '../kernel/context.ts';
import { lockMailByMessageId, markBounced } from './mail-store.ts';
import { insertMailEvent } from './store.ts';
import { noteOutcome } from './trouble-store.ts';

export interface Bounce {
  /** Of the mail that came back, without angle brackets. */
  messageId: string;
  /** The receiving server's words. */
  reason: string;
}

/** `noted`, `known` (came back before), or `unknown`: no mail of ours. */
export type BounceOutcome = 'noted' | 'known' | 'unknown';

/** A mail that a server had taken came back. Written once; the address is flagged when it was the second in a row. */
export function noteBounce(core: Core, { messageId, reason }: Bounce): Promise<BounceOutcome> {
  return commit(core, async (tx) => {
    const mail = await lockMailByMessageId(tx, messageId);
    if (!mail) return 'unknown';
    if (mail.status === 'BOUNCED') return 'known';
    const now = core.now();
    await markBounced(tx, mail.id, reason, now);
    await noteOutcome(tx, mail, false, reason, now);
    await insertMailEvent(tx, mail, false, now);
    return 'noted';
  });
}
