import { ListSkeleton } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { Anchor, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTRPC } from '../../api.ts';
import { QueryView } from '../../app/query-view.tsx';
import { ToneNote } from '../../app/tone-note.tsx';
import { useMerchantsText } from './text.ts';

/** What is still open at the merchant: numbers in full, the first of each by name. */
export function ConsequenceList({ merchantId, act }: { merchantId: number; act: 'suspend' | 'close' }) {
  const t = useMerchantsText().statusActs;
  const format = useFormat();
  const trpc = useTRPC();
  const listed = useQuery(trpc.admin.merchants.consequences.queryOptions({ id: merchantId }, { staleTime: 0 }));
  return (
    <QueryView query={listed} loading={<ListSkeleton />}>
      {({ pendingAlerts, firstAlerts, registeredCards, firstCards, sessions }) => (
        <ToneNote tone={pendingAlerts > 0 || registeredCards > 0 ? 'warning' : 'neutral'}>
          <Stack gap="xs">
            <Text size="sm" fw={550}>
              {t.pending(pendingAlerts)}
            </Text>
            {pendingAlerts > 0 && (
              <>
                <List size="sm" spacing={2}>
                  {firstAlerts.map((alert) => (
                    <List.Item key={alert.id}>
                      <Anchor
                        size="sm"
                        underline="always"
                        renderRoot={(props) => <Link to="/alerts/$id" params={{ id: String(alert.id) }} {...props} />}
                      >
                        {alert.alertId}
                      </Anchor>{' '}
                      · {format.money(alert.amount, alert.currency)} · {t.due(format.time(alert.deadline, 'dated'))}
                    </List.Item>
                  ))}
                </List>
                <Text size="xs">{t.pendingStay}</Text>
              </>
            )}
            <Text size="sm" fw={550}>
              {t.cards(registeredCards)}
            </Text>
            {registeredCards > 0 && (
              <>
                <List size="sm" spacing={2}>
                  {firstCards.map((card) => (
                    <List.Item key={card.id}>
                      {card.descriptor} · {card.cardBin}
                      {card.caid && ` · ${card.caid}`}
                    </List.Item>
                  ))}
                </List>
                <Text size="xs">{t.cardsThen[act]}</Text>
              </>
            )}
            <Text size="sm">{t.sessions[act](sessions)}</Text>
          </Stack>
        </ToneNote>
      )}
    </QueryView>
  );
}
