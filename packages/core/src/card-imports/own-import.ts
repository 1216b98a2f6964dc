import type { Context, Executor } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { findImport, type ImportRecord, lockImport } from './store.ts';

/** A merchant's own affair: its file, its cards. Errors: `FORBIDDEN` for everybody else. */
export function importingMerchant({ actor }: Pick<Context, 'actor'>): number {
  if (actor.kind !== 'merchant') throw appError('FORBIDDEN');
  return actor.merchantId;
}

export async function ownImport(ctx: Context, id: string): Promise<ImportRecord> {
  const found = await findImport(ctx.db, importingMerchant(ctx), id);
  if (!found) throw appError('CARD_IMPORT_NOT_FOUND');
  return found;
}

/** Locked, and neither running nor forgotten. Errors: `CARD_IMPORT_NOT_FOUND`, `CARD_IMPORT_STATE`. */
export async function changeableImport(ctx: Context, id: string, db: Executor = ctx.db): Promise<ImportRecord> {
  const found = await lockImport(db, importingMerchant(ctx), id);
  if (!found) throw appError('CARD_IMPORT_NOT_FOUND');
  if (found.status === 'RUNNING' || !found.sheetEnc) throw appError('CARD_IMPORT_STATE', { status: found.status });
  return found;
}
