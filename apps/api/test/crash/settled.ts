import { setTimeout as sleep } from 'node:timers/promises';
import type { Rig } from './rig.ts';

/** What of the database's due work isn't finished: nothing may be left at the end of a test. */
export async function unfinished({ db }: Pick<Rig, 'db'>): Promise<string[]> {
  const [deliveries, effects, attempts, mails] = await Promise.all([
    db.selectFrom('providerDeliveries').select(['id', 'status', 'lastError']).where('status', '!=', 1).execute(),
    // A reminder waits for its hour; that isn't work left undone.
    db
      .selectFrom('outbox')
      .select(['effectKey', 'topic', 'status', 'lastError'])
      .where('status', '!=', 1)
      .where('topic', '!=', 'alert.remind')
      .execute(),
    db.selectFrom('effectAttempts').select(['outboxId', 'number']).where('outcome', '=', 'STARTED').execute(),
    db.selectFrom('emailMessages').select(['id', 'status']).where('status', '!=', 'SENT').execute(),
  ]);
  return [
    ...deliveries.map((row) => `delivery ${JSON.stringify(row)}`),
    ...effects.map((row) => `effect ${JSON.stringify(row)}`),
    ...attempts.map((row) => `open attempt ${JSON.stringify(row)}`),
    ...mails.map((row) => `mail ${JSON.stringify(row)}`),
  ];
}

/** Waits until nothing is left to do; answers how long that took, in ms. Throws what is left when it takes too long. */
export async function settled(rig: Pick<Rig, 'db'>, patience = 60_000): Promise<number> {
  const started = performance.now();
  for (;;) {
    const left = await unfinished(rig);
    const waited = performance.now() - started;
    if (left.length === 0) return waited;
    if (waited > patience) throw new Error(`after ${patience} ms there is still:\n${left.slice(0, 20).join('\n')}`);
    await sleep(50);
  }
}
