import { type AuditEntry, auditTargetLabel } from '@forewarn/core/audit/model';
import type { Locale } from '@forewarn/core/kernel/locale';

/** On what: its kind and number; of an export, what was exported. */
export function targetText({ targetType, targetId }: AuditEntry, locale: Locale): string {
  const id = targetType === 'export' ? auditTargetLabel(EXPORTED[targetId] ?? targetId, locale) : targetId;
  return [auditTargetLabel(targetType, locale), id].filter(Boolean).join(targetType === 'export' ? ' · ' : ' ');
}

const EXPORTED: Readonly<Record<string, string>> = { alerts: 'alert', audit: 'audit' };
