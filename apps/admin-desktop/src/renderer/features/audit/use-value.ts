import { AUDIT_ACTION_LABELS, AUDIT_TARGET_LABELS, PROBLEM_KINDS, problemText } from '@forewarn/core/audit/model';
import { useAlertLabels, useCardLabels, useLocale, useStaffLabels, useT } from '@forewarn/ui/i18n';
import { useFieldName } from './field-names.ts';
import { useAuditText } from './text.ts';

type Names = Readonly<Record<string, string>>;

/** What a field's codes mean, depending on what the entry is about: “PENDING” of a card isn't that of an alert. */
export function useValueNames(): (targetType: string, field: string) => Names {
  const alerts = useAlertLabels();
  const cards = useCardLabels();
  const staff = useStaffLabels();
  const locale = useLocale();
  const t = useAuditText();
  const byField: Record<string, Names> = {
    matchStatus: alerts.matchStatus,
    matchTier: alerts.matchTier,
    holdReason: alerts.holdReason,
    processStatus: alerts.processStatus,
    feedbackStatus: alerts.feedbackStatus,
    kind: staff.credentialKind,
    restored: staff.credentialKind,
    kept: staff.credentialKind,
    outcome: staff.testOutcome,
    state: staff.deliveryState,
    roles: staff.role,
    actorKind: t.kind,
    targetType: AUDIT_TARGET_LABELS[locale],
    result: { OK: t.ok },
    problem: Object.fromEntries(PROBLEM_KINDS.map((kind) => [kind, problemText(kind, locale)])),
    locale: { 'zh-CN': '中文', en: 'English' },
  };
  return (targetType, field) => {
    if (field === 'action') return targetType === 'export' ? AUDIT_ACTION_LABELS[locale] : alerts.action;
    if (field === 'state' && targetType === 'card') return cards.state;
    if (field === 'status') return targetType === 'card' ? cards.status : staff.merchantStatus;
    return byField[field] ?? {};
  };
}

/** A value of the particulars as text; undefined where there is none. */
export function useValue(): (targetType: string, field: string, value: unknown) => string | undefined {
  const namesOf = useValueNames();
  const nameOf = useFieldName();
  const t = useAuditText();
  const { none } = useT();
  function show(targetType: string, field: string, value: unknown): string | undefined {
    if (value === null || value === undefined || value === '') return undefined;
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (Array.isArray(value))
      return value.map((item) => show(targetType, field, item) ?? none).join(t.and) || undefined;
    if (typeof value === 'object') {
      const parts = Object.entries(value).map(
        ([key, part]) => `${nameOf(key)}${t.is}${show(targetType, key, part) ?? none}`,
      );
      return parts.join(t.and) || undefined;
    }
    const names = namesOf(targetType, field);
    const text = String(value);
    return (Object.hasOwn(names, text) ? names[text] : undefined) ?? text;
  }
  return show;
}
