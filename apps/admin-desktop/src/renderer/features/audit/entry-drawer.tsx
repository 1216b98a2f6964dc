import { type AuditEntryDetail, auditActionLabel } from '@forewarn/core/audit/model';
import { CopyableText, ToneBadge } from '@forewarn/ui/data';
import { DetailSkeleton } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useLocale, useT } from '@forewarn/ui/i18n';
import { Drawer, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { Facts } from '../../app/facts.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { ToneNote } from '../../app/tone-note.tsx';
import { actorKindName } from './actor-kind.ts';
import { ChangesTable } from './changes-table.tsx';
import { useFieldName } from './field-names.ts';
import { Related } from './related.tsx';
import { OUTCOME_TONES, outcomeOf, resultReason } from './result.ts';
import { targetText } from './target.ts';
import { useAuditText } from './text.ts';
import { useValue } from './use-value.ts';

/** One entry beside its list: who, when, from where, on what, what changed. */
export function EntryDrawer({ id, onClose }: { id: number | undefined; onClose: () => void }) {
  const t = useAuditText();
  const words = useT();
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size={600}
      title={id !== undefined && t.detail(id)}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {id !== undefined && <Entry key={id} id={id} />}
    </Drawer>
  );
}

function Entry({ id }: { id: number }) {
  const trpc = useTRPC();
  const entry = useQuery(trpc.admin.audit.get.queryOptions({ id }));
  return (
    <QueryView query={entry} loading={<DetailSkeleton />}>
      {(data) => <EntryFacts entry={data} />}
    </QueryView>
  );
}

function EntryFacts({ entry }: { entry: AuditEntryDetail }) {
  const t = useAuditText();
  const locale = useLocale();
  const format = useFormat();
  const outcome = outcomeOf(entry.result);
  const reason = resultReason(entry.result, locale);
  const { chain } = entry;
  return (
    <Stack gap="lg">
      <Group gap="xs">
        <ToneBadge tone={OUTCOME_TONES[outcome]}>{t[outcome]}</ToneBadge>
        <Text size="sm" fw={550}>
          {auditActionLabel(entry.action, locale)}
        </Text>
      </Group>
      {reason && <ToneNote tone={OUTCOME_TONES[outcome]}>{reason}</ToneNote>}
      <Facts
        items={[
          { label: t.column.at, value: format.time(entry.at, 'exact') },
          { label: t.column.actor, value: `${nameOf(entry)}${actorKindName(entry.actorKind, t.kind)}` },
          { label: t.column.target, value: targetText(entry, locale) },
          { label: t.column.ip, value: entry.ip },
          { label: t.client, value: entry.userAgent, wide: true },
          {
            label: t.requestId,
            value: entry.requestId && <CopyableText text={entry.requestId} label={t.requestId} />,
            wide: true,
          },
          { label: t.chain, value: chain ? <LinkOf seq={chain.seq} hash={chain.hash} /> : t.waiting, wide: true },
        ]}
      />
      <ChangesTable entry={entry} />
      <Particulars entry={entry} />
      <Related entry={entry} />
    </Stack>
  );
}

/** Nobody is called “anonymous”. */
function nameOf({ actorKind, actorName }: AuditEntryDetail): string {
  return actorKind === 'anonymous' ? '' : `${actorName} · `;
}

function LinkOf({ seq, hash }: { seq: number; hash: string }) {
  const t = useAuditText();
  return (
    <Group gap={6} wrap="nowrap">
      <Text size="sm">{t.chained(seq)}</Text>
      <Text size="xs" c="dimmed" ff="monospace" title={hash}>
        {hash.slice(0, 16)}…
      </Text>
    </Group>
  );
}

function Particulars({ entry }: { entry: AuditEntryDetail }) {
  const t = useAuditText();
  const nameOfField = useFieldName();
  const show = useValue();
  const items = Object.entries(entry.detail)
    .filter(([field]) => field !== 'before' && field !== 'after')
    .map(([field, value]) => ({ label: nameOfField(field), value: show(entry.targetType, field, value) }))
    .filter(({ value }) => value !== undefined);
  return items.length === 0 ? null : <Facts title={t.facts} items={items} />;
}
