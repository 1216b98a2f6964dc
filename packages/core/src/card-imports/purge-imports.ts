import type { Core } from '../kernel/context.ts';
import { after, DAY } from '../kernel/time.ts';
import { IMPORT_KEPT_DAYS } from './model.ts';
import { forgetImports } from './store.ts';

/** Lines go a month after their upload, some imports at a time; answers how many imports were emptied. */
export async function purgeImports({ db, now }: Pick<Core, 'db' | 'now'>): Promise<number> {
  return forgetImports(db, after(now(), -IMPORT_KEPT_DAYS * DAY));
}
