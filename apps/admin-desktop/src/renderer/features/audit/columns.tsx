import { type AuditEntry, auditActionLabel } from '@forewarn/core/audit/model';
import { type Column, ToneBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useLocale } from '@forewarn/ui/i18n';
import { Anchor, Stack, Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { actorKindName } from './actor-kind.ts';
import { OUTCOME_TONES, outcomeOf } from './result.ts';
import { targetText } from './target.ts';
import { useAuditText } from './text.ts';

export function useColumns(): Column<AuditEntry>[] {
  const t = useAuditText();
  const locale = useLocale();
  const format = useFormat();
  return [
    {
      key: 'at',
      header: t.column.at,
      width: 180,
      render: (entry) => (
        <Anchor
          size="sm"
          className="fw-tabular"
          style={{ whiteSpace: 'nowrap' }}
          title={format.time(entry.at, 'exact')}
          renderRoot={(props) => <Link to="/audit" search={(now) => ({ ...now, open: entry.id })} replace {...props} />}
        >
          {format.time(entry.at, 'dated')}
          <VisuallyHidden> · {t.open(entry.id)}</VisuallyHidden>
        </Anchor>
      ),
    },
    { key: 'actor', header: t.column.actor, render: (entry) => <Who entry={entry} /> },
    {
      key: 'action',
      header: t.column.action,
      render: (entry) => <Text size="sm">{auditActionLabel(entry.action, locale)}</Text>,
    },
    {
      key: 'target',
      header: t.column.target,
      render: (entry) => (
        <Text size="sm" lineClamp={1} style={{ overflowWrap: 'anywhere' }} title={entry.targetId}>
          {targetText(entry, locale)}
        </Text>
      ),
    },
    {
      key: 'result',
      header: t.column.result,
      render: ({ result }) => <ToneBadge tone={OUTCOME_TONES[outcomeOf(result)]}>{t[outcomeOf(result)]}</ToneBadge>,
    },
    { key: 'ip', header: t.column.ip, render: (entry) => <span className="fw-tabular">{entry.ip}</span> },
  ];
}

function Who({ entry: { actorKind, actorName } }: { entry: AuditEntry }) {
  const kind = actorKindName(actorKind, useAuditText().kind);
  if (actorKind === 'anonymous') return <Text size="sm">{kind}</Text>;
  return (
    <Stack gap={0}>
      <Text size="sm">{actorName}</Text>
      <Text size="xs" c="dimmed">
        {kind}
      </Text>
    </Stack>
  );
}
