import type { Db } from '@forewarn/db';
import { normalizeKey } from '../cards/index.ts';
import type { CardProgram, CardState, CardStatus } from '../cards/model.ts';
import { unique } from './unique.ts';

export interface CardOptions {
  merchantId: number;
  descriptor?: string;
  cardBin?: string;
  caid?: string;
  notifyEmail?: string;
  status?: CardStatus;
  program?: CardProgram;
  acquirerBin?: string;
  arn?: string;
  createdTime?: Date;
}

const STATES: Record<CardStatus, CardState> = {
  DRAFT: 'DRAFT',
  PENDING: 'SAVED',
  REGISTERED: 'ACTIVE',
  FAILED: 'REJECTED',
  CLOSED: 'CLOSED',
};

export interface BuiltCard {
  id: number;
  merchantId: number;
  cardRef: string;
  descriptor: string;
  cardBin: string;
  caid: string;
  notifyEmail: string;
}

/** Writes a card to watch (REGISTERED unless said otherwise). */
export async function buildCard(db: Db, options: CardOptions): Promise<BuiltCard> {
  const at = options.createdTime ?? new Date('2026-11-01T00:00:00.000Z');
  const status = options.status ?? 'REGISTERED';
  const card = {
    merchantId: options.merchantId,
    cardRef: crypto.randomUUID(),
    descriptor: options.descriptor ?? `SHOP ${unique().toUpperCase()}`,
    cardBin: options.cardBin ?? (options.program === 'RDR' ? '' : '411111'),
    caid: options.caid ?? '',
    notifyEmail: options.notifyEmail ?? `notify-${unique()}@example.test`,
  };
  const submitted = status === 'REGISTERED' || status === 'FAILED' || status === 'CLOSED';
  const { insertId } = await db
    .insertInto('merchantCards')
    .values({
      ...card,
      matchDescriptor: normalizeKey(card.descriptor),
      matchCaid: normalizeKey(card.caid),
      program: options.program ?? 'ETHOCA',
      acquirerBin: options.acquirerBin ?? '',
      arn: options.arn ?? '',
      status,
      state: STATES[status],
      draftRef: status === 'DRAFT' ? card.cardRef : '',
      submittedTime: submitted ? at : null,
      registerTime: status === 'REGISTERED' ? at : null,
      closedTime: status === 'CLOSED' ? at : null,
      failureReason: status === 'FAILED' ? 'REFUSED' : null,
      generation: submitted ? 1 : 0,
      createdTime: at,
      updatedTime: at,
    })
    .executeTakeFirstOrThrow();
  return { id: Number(insertId), ...card };
}
