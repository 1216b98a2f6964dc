import { useAlertLabels, useCardLabels, useStaffLabels, useT } from '@forewarn/ui/i18n';
import { useAuditText } from './text.ts';

type Names = Readonly<Record<string, string>>;

/** What a field's codes mean, depending on what the entry is about: “PENDING” of a card isn't that of an alert. */
export function useValueNames(): (targetType: string, field: string) => Names {
  const alerts = useAlertLabels();
  const cards = useCardLabels();
  const staff = useStaffLabels();
  const byField: Record<string, Names> = {
    matchStatus: alerts.matchStatus,
    matchTier: alerts.matchTier,
    holdReason: alerts.holdReason,
    processStatus: alerts.processStatus,
    feedbackStatus: alerts.feedbackStatus,
    action: alerts.action,
    kind: staff.credentialKind,
    outcome: staff.testOutcome,
    state: staff.deliveryState,
    roles: staff.role,
    locale: { 'zh-CN': '中文', en: 'English' },
  };
  return (targetType, field) => {
    if (field === 'status') return targetType === 'card' ? cards.status : staff.merchantStatus;
    return byField[field] ?? {};
  };
}

/** A value of the particulars as text; undefined where there is none. */
export function useValue(): (targetType: string, field: string, value: unknown) => string | undefined {
  const namesOf = useValueNames();
  const t = useAuditText();
  const { none } = useT();
  const show = (names: Names, value: unknown): string | undefined => {
    if (value === null || value === undefined || value === '') return undefined;
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (Array.isArray(value)) return value.map((item) => show(names, item) ?? none).join('、') || undefined;
    if (typeof value === 'object') return JSON.stringify(value);
    const text = String(value);
    return (Object.hasOwn(names, text) ? names[text] : undefined) ?? text;
  };
  return (targetType, field, value) => show(namesOf(targetType, field), value);
}
