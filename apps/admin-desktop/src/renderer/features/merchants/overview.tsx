import type { MerchantDetail } from '@forewarn/core/merchants/model';
import { MerchantStatusBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useT } from '@forewarn/ui/i18n';
import { Paper, Stack } from '@mantine/core';
import { Facts } from '../../app/facts.tsx';
import { Sensitive } from '../../app/sensitive.tsx';
import { useMerchantsText } from './text.ts';

/** who it is, how it stands, and its alerts in figures. */
export function MerchantOverview({ merchant }: { merchant: MerchantDetail }) {
  const t = useMerchantsText();
  const words = useT();
  const format = useFormat();
  const { alerts } = merchant;
  const contact = (field: 'contactPerson' | 'email' | 'phone', label: string) => {
    const masked = merchant[field];
    return masked && <Sensitive kind="merchant.contact" id={merchant.id} field={field} masked={masked} label={label} />;
  };
  return (
    <Stack gap="md">
      <Paper p="lg">
        <Facts
          title={t.facts}
          items={[
            { label: t.column.status, value: <MerchantStatusBadge value={merchant.status} /> },
            { label: t.column.contact, value: contact('contactPerson', t.column.contact) },
            { label: t.field.email, value: contact('email', t.field.email) },
            { label: t.field.phone, value: contact('phone', t.field.phone) },
            {
              label: t.column.lastLogin,
              value: merchant.lastLoginTime === null ? t.never : format.time(merchant.lastLoginTime, 'full'),
            },
            { label: t.field.sessions, value: String(merchant.sessions) },
            { label: t.column.created, value: format.time(merchant.createdTime, 'full') },
            {
              label: t.field.activated,
              value: merchant.activatedTime === null ? words.none : format.time(merchant.activatedTime, 'full'),
            },
            { label: t.field.timeZone, value: merchant.timeZone },
            { label: t.field.id, value: String(merchant.id) },
            ...(merchant.statusReason === null
              ? []
              : [{ label: t.field.reason, value: merchant.statusReason, wide: true }]),
          ]}
        />
      </Paper>
      <Paper p="lg">
        <Facts
          title={t.figures.title}
          items={[
            { label: t.figures.needingAnswer, value: figure(alerts.needingAnswer) },
            { label: t.figures.held, value: figure(alerts.held) },
            { label: t.figures.last30Days, value: figure(alerts.last30Days) },
            { label: t.figures.total, value: figure(alerts.total) },
            { label: t.column.cards, value: String(merchant.cards) },
          ]}
        />
      </Paper>
    </Stack>
  );
}

/** Figures stop at 10,000: that many, or more. */
function figure(n: number): string {
  return n >= 10_000 ? '10,000+' : String(n);
}
