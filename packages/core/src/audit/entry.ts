import { iso } from '../kernel/time.ts';
import type { AuditEntry } from './model.ts';
import type { AuditRow } from './store.ts';

export function toEntry(row: AuditRow, names: ReadonlyMap<string, string>): AuditEntry {
  const { userAgent: _userAgent, atTime, detail, ...rest } = row;
  const targetName = names.get(`${row.targetType}:${row.targetId}`) ?? null;
  return { ...rest, targetName, at: iso(atTime), detail: readDetail(detail) };
}

/** Somebody may have written anything into the column: looking at the log must not fail because of it. */
function readDetail(text: string | null): Record<string, unknown> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : { value };
  } catch {
    return { unreadable: text.slice(0, 1000) };
  }
}
