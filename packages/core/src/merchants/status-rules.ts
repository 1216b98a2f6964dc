import type { MerchantStatus } from './model.ts';

export const STATUS_ACTS = ['activate', 'suspend', 'restore', 'close'] as const;
export type StatusAct = (typeof STATUS_ACTS)[number];

/** Document 000 §4.1.2, the diagram (A-053…A-060); registration and invitation begin with PENDING, CLOSED is the end. */
const DIAGRAM: Record<MerchantStatus, Partial<Record<MerchantStatus, StatusAct>>> = {
  PENDING: { ACTIVE: 'activate' },
  ACTIVE: { SUSPENDED: 'suspend', CLOSED: 'close' },
  SUSPENDED: { ACTIVE: 'restore', CLOSED: 'close' },
  CLOSED: {},
};

/** Which act leads from one status to the other; undefined when none does. */
export function actBetween(from: MerchantStatus, to: MerchantStatus): StatusAct | undefined {
  return DIAGRAM[from][to];
}

/** Where an act leads from a status; undefined when the diagram has no such arrow. */
export function statusAfter(from: MerchantStatus, act: StatusAct): MerchantStatus | undefined {
  const arrows = Object.entries(DIAGRAM[from]) as [MerchantStatus, StatusAct][];
  return arrows.find(([, name]) => name === act)?.[0];
}
