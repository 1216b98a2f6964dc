import type { Core } from '../kernel/context.ts';
import { after, DAY } from '../kernel/time.ts';
import { deleteJobs } from './store.ts';

/** Jobs are forgotten a month after they were asked for, some at a time; their files went long before, with the worker. */
export function purgeExports({ db, now }: Pick<Core, 'db' | 'now'>): Promise<number> {
  return deleteJobs(db, after(now(), -30 * DAY));
}
