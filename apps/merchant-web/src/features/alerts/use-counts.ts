import { type AlertCounts, QUICK_COUNT_LIMIT } from '@forewarn/core/alerts/model';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import type { View } from './list-search.ts';

export const COUNT_OF: Record<View, keyof AlertCounts> = {
  needs: 'needsAnswer',
  mine: 'mine',
  waiting: 'waiting',
  missed: 'missed',
  refused: 'rejected',
  processed: 'processed',
  ignored: 'ignored',
  all: 'all',
};

/** How many alerts each quick filter holds; asked again when the pulse says that something has changed. */
export function useCounts(): AlertCounts | undefined {
  return useQuery(trpc.alerts.counts.queryOptions({}, { staleTime: 30_000 })).data;
}

/** `999+` where counting has stopped. */
export function writeCount(count: number): string {
  return count >= QUICK_COUNT_LIMIT ? `${QUICK_COUNT_LIMIT - 1}+` : String(count);
}
