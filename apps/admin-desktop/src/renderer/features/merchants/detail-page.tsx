import { MerchantStatusBadge, ToneBadge } from '@forewarn/ui/data';
import { DetailSkeleton } from '@forewarn/ui/feedback';
import { Anchor, Button, Group, Tabs } from '@mantine/core';
import { IconArrowLeft, IconBellRinging } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTRPC } from '../../api.ts';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { useMay } from '../../app/use-session.ts';
import { MerchantCards } from './merchant-cards.tsx';
import { MerchantRules } from './merchant-rules.tsx';
import { MerchantNotifications } from './notification-tab.tsx';
import { MerchantOverview } from './overview.tsx';
import { MerchantPeople } from './people.tsx';
import { useMerchantRulesText } from './rules-text.ts';
import { MERCHANT_TABS } from './search.ts';
import { StatusActions } from './status-actions.tsx';
import { useMerchantsText } from './text.ts';

const route = getRouteApi('/inside/merchants/$id');

/** One merchant with its cards and people (A-062…A-064), and what staff can do with it. */
export function MerchantDetailPage() {
  const t = useMerchantsText();
  const rulesText = useMerchantRulesText();
  const { id } = route.useParams();
  const { tab = 'overview' } = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const mayView = useMay('notification:view');
  const merchant = useQuery(trpc.admin.merchants.get.queryOptions({ id }));
  const back = (
    <Anchor size="sm" renderRoot={(props) => <Link to="/merchants" {...props} />}>
      <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {t.back}
    </Anchor>
  );
  return (
    <Page
      title={merchant.data?.companyName ?? `#${id}`}
      hint={
        <Group gap="sm">
          {back}
          {merchant.data && <MerchantStatusBadge value={merchant.data.status} />}
          {merchant.data && merchant.data.mailTroubles > 0 && (
            <ToneBadge tone="danger">{t.mailTroubles(merchant.data.mailTroubles)}</ToneBadge>
          )}
        </Group>
      }
      actions={
        merchant.data && (
          <>
            <Button
              variant="default"
              leftSection={<IconBellRinging size={16} aria-hidden />}
              renderRoot={(props) => <Link to="/alerts" search={{ merchantId: Number(id) }} {...props} />}
            >
              {t.alerts}
            </Button>
            <StatusActions merchant={merchant.data} />
          </>
        )
      }
    >
      <QueryView query={merchant} loading={<DetailSkeleton />} wayOut={back}>
        {(data) => (
          <Tabs
            value={tab}
            onChange={(value) =>
              void navigate({ search: { tab: MERCHANT_TABS.find((one) => one === value) }, replace: true })
            }
            keepMounted={false}
          >
            <Tabs.List mb="md">
              <Tabs.Tab value="overview">{t.tab.overview}</Tabs.Tab>
              <Tabs.Tab value="cards">{t.tab.cards(data.cards)}</Tabs.Tab>
              <Tabs.Tab value="people">{t.tab.people(data.users.length)}</Tabs.Tab>
              <Tabs.Tab value="rules">{rulesText.tab}</Tabs.Tab>
              {mayView && <Tabs.Tab value="notifications">{t.tab.notifications}</Tabs.Tab>}
            </Tabs.List>
            <Tabs.Panel value="overview">
              <MerchantOverview merchant={data} />
            </Tabs.Panel>
            <Tabs.Panel value="cards">
              <MerchantCards merchantId={data.id} />
            </Tabs.Panel>
            <Tabs.Panel value="people">
              <MerchantPeople merchant={data} />
            </Tabs.Panel>
            <Tabs.Panel value="rules">
              <MerchantRules merchantId={data.id} />
            </Tabs.Panel>
            {mayView && (
              <Tabs.Panel value="notifications">
                <MerchantNotifications merchantId={data.id} />
              </Tabs.Panel>
            )}
          </Tabs>
        )}
      </QueryView>
    </Page>
  );
}
