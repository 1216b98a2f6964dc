import { actorNames } from '../accounts/index.ts';
import type { Context } from '../kernel/context.ts';
import { SENSITIVE_FIELDS } from '../kernel/sensitive.ts';
import type { DescriptorAlias } from './model.ts';
import type { AliasRow } from './store.ts';

export function binMasked(cardBin: string | null): string | null {
  return cardBin ? SENSITIVE_FIELDS['alert.cardBin'].mask(cardBin) : null;
}

export async function viewAliases(ctx: Context, rows: readonly AliasRow[]): Promise<DescriptorAlias[]> {
  const names = await actorNames(ctx, [...new Set(rows.map((row) => row.createdBy))]);
  return rows.map(({ cardBin, createdBy, createdTime, ...row }) => ({
    ...row,
    cardBinMasked: binMasked(cardBin),
    createdBy: names.get(createdBy) ?? null,
    createdTime: createdTime.toISOString(),
  }));
}
