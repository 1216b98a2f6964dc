import { DeliveryStateBadge } from '@forewarn/ui/data';
import { DetailSkeleton } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useStaffLabels, useT } from '@forewarn/ui/i18n';
import { Drawer, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { CodeBlock } from '../../app/code-block.tsx';
import { Facts } from '../../app/facts.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { ToneNote } from '../../app/tone-note.tsx';
import { useMay } from '../../app/use-session.ts';
import { ReplayForm } from './replay-form.tsx';
import { useDeliveriesText } from './text.ts';

/** One delivery beside its list: what came, what is wrong with it, and the way to try it again. */
export function DeliveryDrawer({ id, onClose }: { id: number | undefined; onClose: () => void }) {
  const t = useDeliveriesText();
  const words = useT();
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size={640}
      title={id !== undefined && t.detail(id)}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {id !== undefined && <DeliveryFacts key={id} id={id} />}
    </Drawer>
  );
}

function DeliveryFacts({ id }: { id: number }) {
  const t = useDeliveriesText();
  const labels = useStaffLabels();
  const format = useFormat();
  const trpc = useTRPC();
  const mayReplay = useMay('delivery:replay');
  const delivery = useQuery(trpc.admin.deliveries.get.queryOptions({ id }));
  return (
    <QueryView query={delivery} loading={<DetailSkeleton />}>
      {(data) => (
        <Stack gap="lg">
          <Group gap="xs">
            <DeliveryStateBadge value={data.state} />
            <Text size="sm">{labels.deliveryKind[data.kind]}</Text>
          </Group>
          {(data.error || data.stale) && (
            <ToneNote tone="warning" title={t.column.problem}>
              {data.stale ? t.stale : data.error}
            </ToneNote>
          )}
          <Facts
            items={[
              { label: t.field.received, value: format.time(data.receivedTime, 'exact') },
              { label: t.field.signed, value: data.signedTime && format.time(data.signedTime, 'exact') },
              { label: t.field.source, value: data.sourceIp },
              { label: t.field.key, value: data.keyId },
              { label: t.field.attempts, value: String(data.attempts) },
              { label: t.field.repeats, value: String(data.repeats) },
            ]}
          />
          {data.state === 'QUARANTINED' && mayReplay && <ReplayForm id={id} />}
          <CodeBlock title={t.body} text={data.body} none={t.noBody} />
        </Stack>
      )}
    </QueryView>
  );
}
