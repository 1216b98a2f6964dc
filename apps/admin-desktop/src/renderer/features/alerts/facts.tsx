import type { AlertDetail } from '@forewarn/core/alerts/model';
import { CopyableText, type KeyValue, MatchStatusBadge, ProgramBadge, RiskBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels, useFactWords } from '@forewarn/ui/i18n';
import { Anchor, Divider, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Facts } from '../../app/facts.tsx';
import { Sensitive } from '../../app/sensitive.tsx';
import { useMay } from '../../app/use-session.ts';
import { useAlertsText } from './text/index.ts';

/** Everything an alert carries, in groups (A-141…A-150); “–” where it says nothing. */
export function AlertFacts({ alert }: { alert: AlertDetail }) {
  const t = useAlertsText().detail;
  const labels = useAlertLabels();
  const format = useFormat();
  const words = useFactWords();
  const mayMerchants = useMay('merchant:view');
  const f = t.field;
  const copyable = (text: string | null, label: string) => text && <CopyableText text={text} label={label} />;
  const masked = (field: 'cardBin' | 'cardholder', text: string | null, label: string) =>
    text && <Sensitive kind="alert.card" id={alert.id} field={field} masked={text} label={label} />;
  const groups: { title: string; items: KeyValue[] }[] = [
    {
      title: t.groups.match,
      items: [
        {
          label: f.merchant,
          value:
            alert.merchantId !== null && mayMerchants ? (
              <Anchor
                size="sm"
                renderRoot={(props) => (
                  <Link to="/merchants/$id" params={{ id: String(alert.merchantId) }} {...props} />
                )}
              >
                {alert.merchantName}
              </Anchor>
            ) : (
              alert.merchantName
            ),
        },
        { label: f.matchStatus, value: <MatchStatusBadge value={alert.matchStatus} /> },
        { label: f.tier, value: alert.matchTier && labels.matchTier[alert.matchTier] },
        {
          label: f.card,
          value:
            alert.card &&
            `${alert.card.descriptor} · ${alert.card.cardBin}${alert.card.caid && ` · ${alert.card.caid}`}`,
        },
        { label: f.reason, value: alert.matchReason, wide: true },
      ],
    },
    {
      title: t.groups.transaction,
      items: [
        { label: f.transactionId, value: copyable(alert.transactionId, f.transactionId) },
        { label: f.amount, value: format.money(alert.amount, alert.currency) },
        { label: f.transactionTime, value: alert.transactionTime && format.time(alert.transactionTime, 'dated') },
        { label: f.orderId, value: copyable(alert.orderId, f.orderId) },
        { label: f.merchantOrderId, value: copyable(alert.merchantOrderId, f.merchantOrderId) },
        { label: f.descriptor, value: copyable(alert.descriptor, f.descriptor) },
        { label: f.descriptorRegister, value: alert.descriptorRegister },
        { label: f.caid, value: alert.caid },
        { label: f.arn, value: copyable(alert.arn, f.arn) },
        { label: f.authCode, value: alert.authCode },
        { label: f.threeDSecure, value: words('threeDSecure', alert.threeDSecure) },
      ],
    },
    {
      title: t.groups.card,
      items: [
        { label: f.cardBin, value: masked('cardBin', alert.cardBinMasked, f.cardBin) },
        { label: f.cardLast4, value: alert.cardLast4 },
        { label: f.cardBrand, value: words('cardBrand', alert.cardBrandNamed ?? alert.cardBrand) },
        { label: f.cardType, value: words('cardType', alert.cardType) },
        { label: f.issuer, value: alert.issuer },
        { label: f.cardholder, value: masked('cardholder', alert.cardholderMasked, f.cardholder) },
      ],
    },
    {
      title: t.groups.risk,
      items: [
        { label: f.risk, value: <RiskBadge value={alert.riskLevel} /> },
        { label: f.riskSource, value: labels.riskSource[alert.riskSource] },
        { label: f.riskScore, value: alert.riskScore },
        { label: f.riskReason, value: alert.riskReason },
      ],
    },
    {
      title: t.groups.basic,
      items: [
        { label: f.alertId, value: copyable(alert.alertId, f.alertId) },
        { label: f.program, value: <ProgramBadge value={alert.program} /> },
        { label: f.alertTime, value: format.time(alert.alertTime, 'exact') },
        { label: t.received, value: format.time(alert.receivedTime, 'exact') },
        {
          label: f.reasonCode,
          value: alert.reasonText === null ? alert.reasonCode : `${alert.reasonText} (${alert.reasonCode})`,
        },
        { label: f.outcome, value: words('outcome', alert.outcome) },
      ],
    },
  ];
  return (
    <Paper p="lg">
      <Stack gap="lg">
        {groups.map(({ title, items }, index) => (
          <Stack key={title} gap="lg">
            {index > 0 && <Divider />}
            <Facts title={title} items={items} />
          </Stack>
        ))}
        {alert.late && (
          <Text size="xs" c="dimmed">
            {t.late}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
