import type { Executor } from '../kernel/context.ts';

/** So many mails in a row that came to nothing make an address one that doesn't work. */
const IN_A_ROW = 2;

interface About {
  merchantId: number | null;
  recipient: string;
}

/**
 * Called when a mail's outcome is written down, in that transaction: an address whose last two mails were refused or came back is flagged
 * for its merchant and the operator, until one is handed over again. One that was handed over, which is nearly all, costs one lookup.
 */
export async function noteOutcome(
  tx: Executor,
  { merchantId, recipient }: About,
  sent: boolean,
  reply: string,
  now: Date,
) {
  if (merchantId === null) return;
  if (sent) {
    await tx
      .deleteFrom('mailTroubles')
      .where('merchantId', '=', merchantId)
      .where('recipient', '=', recipient)
      .execute();
    return;
  }
  const last = await tx
    .selectFrom('emailMessages')
    .select('status')
    .where('recipient', '=', recipient)
    .where('merchantId', '=', merchantId)
    .where('status', 'in', ['SENT', 'FAILED', 'BOUNCED'])
    .orderBy('createdTime', 'desc')
    .orderBy('id', 'desc')
    .limit(IN_A_ROW)
    .execute();
  if (last.length < IN_A_ROW || last.some(({ status }) => status === 'SENT')) return;
  const serverReply = reply.slice(0, 500);
  await tx
    .insertInto('mailTroubles')
    .values({ merchantId, recipient, sinceTime: now, lastTime: now, serverReply })
    .onDuplicateKeyUpdate({ lastTime: now, serverReply })
    .execute();
}

/** The addresses of these merchants that don't work. */
export function troublesOf(db: Executor, merchantIds: readonly number[]) {
  return db
    .selectFrom('mailTroubles')
    .select(['merchantId', 'recipient', 'sinceTime', 'lastTime', 'serverReply'])
    .where('merchantId', 'in', merchantIds.length > 0 ? [...merchantIds] : [-1])
    .orderBy('merchantId')
    .orderBy('lastTime', 'desc')
    .execute();
}
