import { createHash } from 'node:crypto';
import type { Db } from '@forewarn/db';
import { unique } from './unique.ts';

export interface AlertOptions {
  merchantId: number | null;
  alertId?: string;
  program?: 'ETHOCA' | 'RDR';
  matchStatus?: 'MATCHED' | 'UNMATCHED' | 'MULTIPLE';
  holdReason?: string | null;
  /** Major units, as SQL takes them. */
  amount?: string;
  currency?: string;
  alertTime?: Date;
  descriptor?: string | null;
  cardBin?: string | null;
  caid?: string | null;
  matchTier?: 'EXACT' | 'EMPTY_CAID' | 'DESCRIPTOR' | 'MANUAL';
  cardId?: number;
}

export interface BuiltAlert {
  id: number;
  alertId: string;
}

/** Writes an alert that waits for its merchant's answer (unless said otherwise), without the delivery it would have come by. */
export async function buildAlert(db: Db, options: AlertOptions): Promise<BuiltAlert> {
  const at = options.alertTime ?? new Date('2026-11-22T02:00:00.000Z');
  const alertId = options.alertId ?? unique();
  const { insertId } = await db
    .insertInto('chargebackAlerts')
    .values({
      alertId,
      merchantId: options.merchantId,
      program: options.program ?? 'ETHOCA',
      cardId: options.cardId ?? null,
      descriptor: options.descriptor === undefined ? 'SHOP' : options.descriptor,
      cardBin: options.cardBin ?? null,
      caid: options.caid ?? null,
      amount: options.amount ?? '19.9000',
      currency: options.currency ?? 'USD',
      alertTime: at,
      deadline: new Date(at.getTime() + 24 * 3_600_000),
      riskLevel: 'HIGH',
      matchStatus: options.matchStatus ?? 'MATCHED',
      matchTier: options.matchStatus === 'UNMATCHED' ? null : (options.matchTier ?? 'EXACT'),
      holdReason: options.holdReason ?? null,
      deliveryId: 0,
      contentSha256: createHash('sha256').update(alertId).digest(),
      createdTime: at,
      updatedTime: at,
    })
    .executeTakeFirstOrThrow();
  return { id: Number(insertId), alertId };
}
