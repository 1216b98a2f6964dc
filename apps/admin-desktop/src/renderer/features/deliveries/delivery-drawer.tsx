import { type Delivery, type FieldMapping, FieldPath } from '@forewarn/core/deliveries/model';
import { SECOND } from '@forewarn/core/kernel/time';
import { DeliveryStateBadge } from '@forewarn/ui/data';
import { DetailSkeleton } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useStaffLabels, useT } from '@forewarn/ui/i18n';
import { Anchor, Drawer, Group, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { CodeBlock } from '../../app/code-block.tsx';
import { Facts } from '../../app/facts.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { ToneNote } from '../../app/tone-note.tsx';
import { useMay } from '../../app/use-session.ts';
import { MappingEditor } from './mapping-editor.tsx';
import { PreviewCard } from './preview-card.tsx';
import { usePreviewText } from './preview-text.ts';
import { useProblemText } from './problem-text.ts';
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
      size="min(820px, 100%)"
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
  const words = usePreviewText();
  const problem = useProblemText();
  const delivery = useQuery(
    trpc.admin.deliveries.get.queryOptions(
      { id },
      // Ordered to be processed: it is done in a moment.
      { refetchInterval: ({ state }) => (state.data?.state === 'DUE' ? 2 * SECOND : false) },
    ),
  );
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
              {data.stale ? t.stale : problem(data.error ?? '')}
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
          {data.alert && (
            <Anchor
              size="sm"
              renderRoot={(props) => <Link to="/alerts/$id" params={{ id: String(data.alert?.id) }} {...props} />}
            >
              {words.openAlert(data.alert.alertId)}
            </Anchor>
          )}
          {data.state === 'QUARANTINED' && <Repair id={id} kind={data.kind} />}
          <CodeBlock title={t.body} text={data.body} none={t.noBody} />
        </Stack>
      )}
    </QueryView>
  );
}

/** A delivery that waits for a person: tried, mended, processed again. */
function Repair({ id, kind }: Pick<Delivery, 'id' | 'kind'>) {
  const trpc = useTRPC();
  const mayReplay = useMay('delivery:replay');
  const [draft, setDraft] = useState<FieldMapping>();
  const sound = draft !== undefined && Object.values(draft).every((path) => FieldPath.safeParse(path).success);
  const preview = useQuery(
    trpc.admin.deliveries.preview.queryOptions(
      { id, ...(sound && { paths: draft }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const mapping = useQuery(trpc.admin.deliveries.mapping.queryOptions({}, { enabled: kind === 'alert' }));
  return (
    <>
      <QueryView query={preview} loading={<DetailSkeleton />}>
        {(data) => <PreviewCard preview={data} />}
      </QueryView>
      {mayReplay && mapping.data && (
        <MappingEditor mapping={mapping.data} preview={preview.data} draft={draft} onDraft={setDraft} />
      )}
      {mayReplay && <ReplayForm id={id} unsaved={draft !== undefined} />}
    </>
  );
}
