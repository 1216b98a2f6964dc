import type { DELIVERY_STATES } from '@forewarn/core/deliveries/model';
import { z } from 'zod';
import { lenient, SearchId, SearchPage, SearchSize } from '../../app/search.ts';

export const DELIVERY_VIEWS = ['attention', 'due', 'done', 'all'] as const;
export type DeliveryView = (typeof DELIVERY_VIEWS)[number];

export const DeliverySearch = lenient({
  view: z.enum(DELIVERY_VIEWS),
  page: SearchPage,
  size: SearchSize,
  open: SearchId,
});
export type DeliverySearch = ReturnType<typeof DeliverySearch>;

export const STATE_OF: Record<DeliveryView, (typeof DELIVERY_STATES)[number] | undefined> = {
  attention: 'QUARANTINED',
  due: 'DUE',
  done: 'DONE',
  all: undefined,
};
