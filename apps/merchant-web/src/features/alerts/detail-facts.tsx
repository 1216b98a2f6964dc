import type { AlertDetail } from '@forewarn/core/alerts/model';
import { CopyableText, type KeyValue, KeyValues, ProcessStatusBadge, RiskBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels, useFactWords } from '@forewarn/ui/i18n';
import { Paper, Stack } from '@mantine/core';
import { cardNumber } from './card-number.ts';
import classes from './detail.module.css';
import { Moment } from './moment.tsx';
import { RiskReasons } from './risk-reasons.tsx';
import { useDetailText } from './text/index.ts';

/** Everything the alert says, in the groups of A-141…A-150; what it doesn't say shows “–”. */
export function DetailFacts({ alert }: { alert: AlertDetail }) {
  const { groups } = useDetailText();
  return (
    <Paper p={{ base: 'md', sm: 'lg' }} className={classes.facts}>
      <Stack gap="xl">
        <KeyValues title={groups.basic} items={useBasic(alert)} />
        <KeyValues title={groups.transaction} items={useTransaction(alert)} />
        <KeyValues title={groups.card} items={useCard(alert)} />
        <KeyValues title={groups.risk} items={useRisk(alert)} />
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
  const words = useFactWords();
  return [
    { label: fields.alertId, value: copyable(alert.alertId, fields.alertId) },
    { label: fields.alertTime, value: <Moment at={alert.alertTime} /> },
    { label: fields.riskLevel, value: <RiskBadge value={alert.riskLevel} /> },
    { label: fields.processStatus, value: <ProcessStatusBadge value={alert.processStatus} /> },
    { label: fields.processTime, value: alert.processTime && <Moment at={alert.processTime} /> },
    { label: fields.program, value: labels.program[alert.program] },
    { label: fields.receivedTime, value: <Moment at={alert.receivedTime} /> },
    { label: fields.deadline, value: <Moment at={alert.deadline} /> },
    { label: fields.reasonCode, value: reason(alert), wide: true },
    { label: fields.outcome, value: words('outcome', alert.outcome) },
  ];
}

/** The bank's reason in words, with its code; a code we don't know as it came. */
function reason({ reasonCode, reasonText }: AlertDetail): string | null {
  return reasonText === null ? reasonCode : `${reasonText} (${reasonCode})`;
}

function useTransaction(alert: AlertDetail): KeyValue[] {
  const words = useFactWords();
  const { fields } = useDetailText();
  const format = useFormat();
  return [
    { label: fields.transactionId, value: copyable(alert.transactionId, fields.transactionId) },
    { label: fields.amount, value: format.money(alert.amount, alert.currency) },
    { label: fields.currency, value: alert.currency },
    { label: fields.transactionTime, value: alert.transactionTime && <Moment at={alert.transactionTime} /> },
    { label: fields.orderId, value: copyable(alert.orderId ?? alert.merchantOrderId, fields.orderId) },
    { label: fields.descriptor, value: alert.descriptor },
    { label: fields.arn, value: copyable(alert.arn, fields.arn) },
    { label: fields.authCode, value: alert.authCode },
    { label: fields.threeDSecure, value: words('threeDSecure', alert.threeDSecure) },
  ];
}

function useCard(alert: AlertDetail): KeyValue[] {
  const { fields } = useDetailText();
  const words = useFactWords();
  const { card } = alert;
  return [
    { label: fields.cardNumber, value: cardNumber(alert) },
    { label: fields.cardBrand, value: words('cardBrand', alert.cardBrandNamed ?? alert.cardBrand) },
    { label: fields.cardType, value: words('cardType', alert.cardType) },
    { label: fields.issuer, value: alert.issuer },
    { label: fields.cardholder, value: alert.cardholderMasked },
    { label: fields.caid, value: alert.caid },
    {
      label: fields.watchedCard,
      value: card && [card.descriptor, card.cardBin, card.caid].filter(Boolean).join(' · '),
      wide: true,
    },
    { label: fields.matchReason, value: alert.matchReason, wide: true },
  ];
}

function useRisk(alert: AlertDetail): KeyValue[] {
  const { fields } = useDetailText();
  const labels = useAlertLabels();
  const computed = alert.riskSource === 'COMPUTED';
  return [
    { label: fields.riskScore, value: alert.riskScore },
    { label: fields.riskSource, value: labels.riskSource[alert.riskSource] },
    { label: fields.riskReason, value: alert.riskReason, wide: true },
    ...(computed ? [{ label: fields.riskBecause, value: <RiskReasons alert={alert} />, wide: true }] : []),
  ];
}
