import { CopyableText, ToneBadge } from '@forewarn/ui/data';
import { DetailSkeleton } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useStaffLabels, useT } from '@forewarn/ui/i18n';
import { Drawer, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { CodeBlock } from '../../app/code-block.tsx';
import { Facts } from '../../app/facts.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { callTone, operationName } from './call-labels.ts';
import { useCallsText } from './text.ts';

export function CallDrawer({ id, onClose }: { id: number | undefined; onClose: () => void }) {
  const t = useCallsText();
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
      {id !== undefined && <CallFacts key={id} id={id} />}
    </Drawer>
  );
}

function CallFacts({ id }: { id: number }) {
  const t = useCallsText();
  const labels = useStaffLabels();
  const format = useFormat();
  const trpc = useTRPC();
  const call = useQuery(trpc.admin.interfaceCalls.get.queryOptions({ id }));
  return (
    <QueryView query={call} loading={<DetailSkeleton />}>
      {(data) => (
        <Stack gap="lg">
          <Group gap="xs">
            <ToneBadge tone={callTone(data)}>{data.status ?? t.noAnswer}</ToneBadge>
            <Text size="sm">{operationName(data.operation, labels.operation)}</Text>
          </Group>
          {data.error && <Text size="sm">{data.error}</Text>}
          <Facts
            items={[
              { label: t.column.at, value: format.time(data.at, 'exact') },
              { label: t.field.direction, value: labels.direction[data.direction] },
              { label: t.column.duration, value: t.ms(data.durationMs) },
              { label: t.column.attempt, value: String(data.attempt) },
              { label: t.field.outcome, value: data.outcome },
              { label: t.column.subject, value: data.subject },
              { label: t.field.url, value: `${data.method} ${data.url}`, wide: true },
              {
                label: t.field.requestId,
                value: <CopyableText text={data.requestId} label={t.field.requestId} />,
                wide: true,
              },
            ]}
          />
          <CodeBlock title={t.request} text={data.request} none={t.none} />
          <CodeBlock title={t.response} text={data.response} none={t.none} />
        </Stack>
      )}
    </QueryView>
  );
}
