import type { Context } from '../kernel/context.ts';

type Reads = Pick<Context, 'db'>;

export async function dismissedOf({ db }: Reads, merchantId: number): Promise<Set<string>> {
  const rows = await db
    .selectFrom('coverageDismissals')
    .select('matchDescriptor')
    .where('merchantId', '=', merchantId)
    .execute();
  return new Set(rows.map((row) => row.matchDescriptor));
}

/** Safe to repeat: who dismissed it first stays. */
export async function dismiss({ db }: Reads, merchantId: number, matchDescriptor: string, by: string, now: Date) {
  await db
    .insertInto('coverageDismissals')
    .values({ merchantId, matchDescriptor, dismissedBy: by, dismissedTime: now })
    .onDuplicateKeyUpdate({ matchDescriptor })
    .execute();
}

export async function restore({ db }: Reads, merchantId: number, matchDescriptor: string) {
  await db
    .deleteFrom('coverageDismissals')
    .where('merchantId', '=', merchantId)
    .where('matchDescriptor', '=', matchDescriptor)
    .execute();
}
