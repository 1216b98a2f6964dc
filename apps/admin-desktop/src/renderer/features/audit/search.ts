import { ACTOR_KINDS, type AuditFilters } from '@forewarn/core/audit/model';
import { z } from 'zod';
import { instantsOf } from '../../app/date-range.ts';
import { lenient, SearchDay, SearchId, SearchPage, SearchRange, SearchSize, SearchText } from '../../app/search.ts';

export const OUTCOMES = ['ok', 'failed'] as const;

/** What the audit log's URL may say. */
export const AuditSearch = lenient({
  action: SearchText,
  actorKind: z.enum(ACTOR_KINDS),
  actorId: SearchId,
  actorName: SearchText,
  targetType: SearchText,
  targetId: SearchText,
  outcome: z.enum(OUTCOMES),
  ip: SearchText,
  requestId: SearchText,
  range: SearchRange,
  from: SearchDay,
  to: SearchDay,
  page: SearchPage,
  size: SearchSize,
  open: SearchId,
});
export type AuditSearch = ReturnType<typeof AuditSearch>;

type Asked = { [K in keyof AuditFilters]?: Exclude<AuditFilters[K], undefined> };

/** URL → the filters the server is asked with; a number without its kind means nothing and is left out. */
export function toFilters(search: AuditSearch, now: Date): Asked {
  const { action, actorKind, actorId, actorName, targetType, targetId, outcome, ip, requestId } = search;
  return {
    ...(action && { action }),
    ...(actorKind && { actorKind }),
    ...(actorKind && actorId && { actorId }),
    ...(actorName && { actorName }),
    ...(targetType && { targetType }),
    ...(targetType && targetId && { targetId }),
    ...(outcome === 'ok' && { result: 'OK' }),
    ...(outcome === 'failed' && { failedOnly: true }),
    ...(ip && { ip }),
    ...(requestId && { requestId }),
    ...instantsOf(search, now),
  };
}

export const NO_FILTERS = {
  action: undefined,
  actorKind: undefined,
  actorId: undefined,
  actorName: undefined,
  targetType: undefined,
  targetId: undefined,
  outcome: undefined,
  ip: undefined,
  requestId: undefined,
  range: undefined,
  from: undefined,
  to: undefined,
} satisfies AuditSearch;

/** How many filters are on, for the button that takes them off. */
export function activeFilters({ page, size, open, from, to, ...filters }: AuditSearch): number {
  return Object.values(filters).filter((value) => value !== undefined).length;
}
