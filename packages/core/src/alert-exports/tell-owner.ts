import { tellInboxAlone } from '../inbox/index.ts';
import type { Core, Tx } from '../kernel/context.ts';
import type { Locale } from '../kernel/locale.ts';
import { inZone } from '../kernel/time.ts';
import { mailQueue } from '../notifications/index.ts';
import type { ExportRecord } from './store.ts';

type Ended = Pick<ExportRecord, 'id' | 'ownerId' | 'merchantId' | 'format' | 'doneRows' | 'cut'> & {
  until: Date | null;
};

/**
 * Tells whoever asked for an export that it is there (`until`: when its file goes) or has failed, in the transaction that says so: once,
 * whichever worker got there. Staff have no inbox; their desktop looks at the list.
 */
export async function tellOwner(core: Core, tx: Tx, { merchantId, until, ...job }: Ended): Promise<void> {
  if (merchantId === null) return;
  const queue = mailQueue(core, tx, () => {
    throw new Error('An inbox message announces nothing');
  });
  const count = (n: number, locale: Locale) => n.toLocaleString(locale);
  await tellInboxAlone(queue, job.ownerId, {
    merchantId,
    kind: until ? 'export.done' : 'export.failed',
    key: job.id,
    facts: (locale, timeZone) => ({
      format: job.format.toUpperCase(),
      ...(until && { rows: count(job.doneRows, locale), until: inZone(until, timeZone) }),
      ...(until && job.cut === 1 && { most: count(job.doneRows, locale) }),
    }),
  });
}
