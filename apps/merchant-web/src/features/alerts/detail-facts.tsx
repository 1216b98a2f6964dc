import type { AlertDetail } from '@forewarn/core/alerts/model';
import { CopyableText, type KeyValue, KeyValues } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels, useT, type Words } from '@forewarn/ui/i18n';
import { Paper, Stack } from '@mantine/core';
import { cardNumber } from './card-number.ts';
import { useDetailText } from './text/index.ts';

/** Everything the alert says, in four groups; what it doesn't say shows “–”. */
export function DetailFacts({ alert }: { alert: AlertDetail }) {
  const { groups } = useDetailText();
  return (
    <Paper p={{ base: 'md', sm: 'lg' }}>
      <Stack gap="xl">
        <KeyValues title={groups.transaction} items={useTransaction(alert)} />
        <KeyValues title={groups.card} items={useCard(alert)} />
        <KeyValues title={groups.risk} items={useRisk(alert)} />
        <KeyValues title={groups.basic} items={useBasic(alert)} />
      </Stack>
    </Paper>
  );
}

function copyable(text: string | null, label: string) {
  return text && <CopyableText text={text} label={label} />;
}

function useBasic(alert: AlertDetail): KeyValue[] {
  const { fields } = useDetailText();
  const labels = useAlertLabels();
  const format = useFormat();
  return [
    { label: fields.alertId, value: copyable(alert.alertId, fields.alertId) },
    { label: fields.program, value: labels.program[alert.program] },
    { label: fields.alertTime, value: format.time(alert.alertTime, 'exact') },
    { label: fields.receivedTime, value: format.time(alert.receivedTime, 'exact') },
    { label: fields.deadline, value: format.time(alert.deadline, 'exact') },
    { label: fields.reasonCode, value: alert.reasonCode },
    { label: fields.outcome, value: alert.outcome },
  ];
}

/** Networks say `true`, `Y` or something of their own. */
function yesNo(value: string | null, t: Words): string | null {
  if (value === null) return null;
  if (/^(true|y|yes|1)$/i.test(value)) return t.yes;
  return /^(false|n|no|0)$/i.test(value) ? t.no : value;
}

function useTransaction(alert: AlertDetail): KeyValue[] {
  const t = useT();
  const { fields } = useDetailText();
  const format = useFormat();
  return [
    { label: fields.amount, value: format.money(alert.amount, alert.currency) },
    { label: fields.transactionId, value: copyable(alert.transactionId, fields.transactionId) },
    { label: fields.transactionTime, value: alert.transactionTime && format.time(alert.transactionTime, 'exact') },
    { label: fields.orderId, value: copyable(alert.orderId ?? alert.merchantOrderId, fields.orderId) },
    { label: fields.descriptor, value: alert.descriptor },
    { label: fields.arn, value: copyable(alert.arn, fields.arn) },
    { label: fields.authCode, value: alert.authCode },
    { label: fields.threeDSecure, value: yesNo(alert.threeDSecure, t) },
  ];
}

function useCard(alert: AlertDetail): KeyValue[] {
  const { fields } = useDetailText();
  const { card } = alert;
  return [
    { label: fields.cardNumber, value: cardNumber(alert) },
    { label: fields.cardBrand, value: alert.cardBrandNamed ?? alert.cardBrand },
    { label: fields.cardType, value: alert.cardType },
    { label: fields.issuer, value: alert.issuer },
    { label: fields.cardholder, value: alert.cardholderMasked },
    { label: fields.caid, value: alert.caid },
    {
      label: fields.watchedCard,
      value: card && [card.descriptor, card.cardBin, card.caid].filter(Boolean).join(' · '),
      wide: true,
    },
  ];
}

function useRisk(alert: AlertDetail): KeyValue[] {
  const { fields } = useDetailText();
  const labels = useAlertLabels();
  return [
    { label: fields.riskLevel, value: labels.risk[alert.riskLevel] },
    { label: fields.riskScore, value: alert.riskScore },
    { label: fields.riskSource, value: labels.riskSource[alert.riskSource] },
    { label: fields.riskReason, value: alert.riskReason, wide: true },
  ];
}
