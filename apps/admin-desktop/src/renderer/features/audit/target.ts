import { type AuditEntry, auditTargetLabel } from '@forewarn/core/audit/model';
import type { Locale } from '@forewarn/core/kernel/locale';

/** On what: its kind and what it is called, its number where it has no name; of an export, what was exported. */
export function targetText({ targetType, targetId, targetName }: AuditEntry, locale: Locale): string {
  const id = targetType === 'export' ? auditTargetLabel(EXPORTED[targetId] ?? targetId, locale) : targetId;
  return [auditTargetLabel(targetType, locale), targetName ?? id].filter(Boolean).join(' · ');
}

const EXPORTED: Readonly<Record<string, string>> = { alerts: 'alert', audit: 'audit' };
