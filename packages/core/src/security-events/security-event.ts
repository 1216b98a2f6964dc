import { iso, isoOrNull } from '../kernel/time.ts';
import { SECURITY_EVENT_KINDS, type SecurityEvent } from './model.ts';
import type { StoredEvent } from './store.ts';

export function toSecurityEvent({ atTime, acknowledgedTime, detail, kind, ...row }: StoredEvent): SecurityEvent {
  return {
    ...row,
    kind: SECURITY_EVENT_KINDS.find((known) => known === kind) ?? 'REFUSALS',
    at: iso(atTime),
    acknowledgedTime: isoOrNull(acknowledgedTime),
    detail: JSON.parse(detail),
  };
}
