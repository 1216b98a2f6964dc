import type { AlertDetail, AlertSummary } from '@forewarn/core/alerts/model';
import { SECOND } from '@forewarn/core/kernel/time';
import { CopyableText, EventTimeline, type KeyValue } from '@forewarn/ui/data';
import { DetailSkeleton, EmptyState } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { Anchor, Divider, Stack } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTRPC } from '../../api.ts';
import { Facts } from '../../app/facts.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { ToneNote } from '../../app/tone-note.tsx';
import { AssignPanel } from './assign-panel.tsx';
import { cardText } from './card-text.ts';
import { AlertHero } from './hero.tsx';
import classes from './queue.module.css';
import { isQueued } from './queued.ts';
import { sameDescriptor } from './same-descriptor.ts';
import { useAlertsText } from './text/index.ts';

interface QueueAlertProps {
  id: number;
  queue: readonly AlertSummary[];
  onSettled: (ids: ReadonlySet<number>) => void;
}

/** The alert to settle: what it says, why it waits, who it might belong to. */
export function QueueAlert({ id, queue, onSettled }: QueueAlertProps) {
  const t = useAlertsText();
  const trpc = useTRPC();
  const alert = useQuery(trpc.alerts.get.queryOptions({ id }, { refetchInterval: 15 * SECOND }));
  return (
    <section className={classes.work}>
      <QueryView
        query={alert}
        loading={
          <div className={classes.scroll}>
            <DetailSkeleton />
          </div>
        }
      >
        {(data) =>
          isQueued(data) ? (
            <AssignPanel alert={data} same={sameDescriptor(data, queue)} onSettled={onSettled}>
              <Brief alert={data} />
            </AssignPanel>
          ) : (
            <EmptyState
              icon={<IconCircleCheck size={26} />}
              title={t.queue.gone}
              text={t.queue.goneHint}
              action={<DetailLink id={id} />}
            />
          )
        }
      </QueryView>
    </section>
  );
}

function DetailLink({ id }: { id: number }) {
  const t = useAlertsText().queue;
  return (
    <Anchor size="sm" renderRoot={(props) => <Link to="/alerts/$id" params={{ id: String(id) }} {...props} />}>
      {t.openDetail}
    </Anchor>
  );
}

function whyText(alert: AlertDetail, t: ReturnType<typeof useAlertsText>['queue']['why']): string {
  if (alert.holdReason) return t.hold[alert.holdReason];
  return alert.matchStatus === 'MULTIPLE' ? t.multiple : t.unmatched;
}

/** What helps to find the merchant; the rest is one click away. */
function Brief({ alert }: { alert: AlertDetail }) {
  const t = useAlertsText();
  const format = useFormat();
  const f = t.detail.field;
  const copyable = (text: string | null, label: string) => text && <CopyableText text={text} label={label} />;
  const facts: KeyValue[] = [
    { label: f.descriptorRegister, value: copyable(alert.descriptorRegister, f.descriptorRegister) },
    { label: f.cardBin, value: cardText(alert) },
    { label: f.caid, value: copyable(alert.caid, f.caid) },
    { label: f.transactionId, value: copyable(alert.transactionId, f.transactionId) },
    { label: f.transactionTime, value: alert.transactionTime && format.time(alert.transactionTime, 'dated') },
    { label: f.orderId, value: copyable(alert.merchantOrderId ?? alert.orderId, f.orderId) },
    { label: f.arn, value: copyable(alert.arn, f.arn) },
    { label: f.issuer, value: alert.issuer },
  ];
  return (
    <Stack gap="md">
      <AlertHero alert={alert} />
      <ToneNote tone={alert.holdReason ? 'warning' : 'danger'}>{whyText(alert, t.queue.why)}</ToneNote>
      <Facts items={facts} presentOnly />
      <details className={classes.more}>
        <summary>{t.detail.timeline}</summary>
        <Stack mt="sm" gap="sm">
          <EventTimeline events={alert.timeline} />
          <DetailLink id={alert.id} />
        </Stack>
      </details>
      <Divider />
    </Stack>
  );
}
