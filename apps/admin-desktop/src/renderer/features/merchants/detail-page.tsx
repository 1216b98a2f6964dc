import { MerchantStatusBadge } from '@forewarn/ui/data';
import { DetailSkeleton } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { Anchor, Button, Paper, Stack } from '@mantine/core';
import { IconArrowLeft, IconBellRinging } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTRPC } from '../../api.ts';
import { Facts } from '../../app/facts.tsx';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { Sensitive } from '../../app/sensitive.tsx';
import { MerchantCards } from './merchant-cards.tsx';
import { useMerchantsText } from './text.ts';

const route = getRouteApi('/inside/merchants/$id');

/** One merchant with its cards (A-062…A-064). */
export function MerchantDetailPage() {
  const t = useMerchantsText();
  const { id } = route.useParams();
  const format = useFormat();
  const trpc = useTRPC();
  const merchant = useQuery(trpc.admin.merchants.get.queryOptions({ id }));
  const contact = (field: 'contactPerson' | 'email' | 'phone', label: string) => {
    const masked = merchant.data?.[field];
    return masked && <Sensitive kind="merchant.contact" id={Number(id)} field={field} masked={masked} label={label} />;
  };
  const back = (
    <Anchor size="sm" renderRoot={(props) => <Link to="/merchants" {...props} />}>
      <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {t.back}
    </Anchor>
  );
  return (
    <Page
      title={merchant.data?.companyName ?? `#${id}`}
      hint={back}
      actions={
        merchant.data && (
          <Button
            variant="default"
            leftSection={<IconBellRinging size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/alerts" search={{ merchantId: Number(id) }} {...props} />}
          >
            {t.alerts}
          </Button>
        )
      }
    >
      <QueryView query={merchant} loading={<DetailSkeleton />} wayOut={back}>
        {(data) => (
          <Stack gap="md">
            <Paper p="lg">
              <Facts
                title={t.facts}
                items={[
                  { label: t.column.status, value: <MerchantStatusBadge value={data.status} /> },
                  { label: t.column.contact, value: contact('contactPerson', t.column.contact) },
                  { label: t.field.email, value: contact('email', t.field.email) },
                  { label: t.field.phone, value: contact('phone', t.field.phone) },
                  { label: t.column.waiting, value: String(data.alertsNeedingAnswer) },
                  {
                    label: t.column.lastLogin,
                    value: data.lastLoginTime === null ? t.never : format.time(data.lastLoginTime, 'full'),
                  },
                  { label: t.column.created, value: format.time(data.createdTime, 'full') },
                  { label: t.field.id, value: String(data.id) },
                ]}
              />
            </Paper>
            <MerchantCards merchantId={data.id} />
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}
