import type { DeliveryPreview } from '@forewarn/core/deliveries/model';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Anchor, Group, Paper, Stack, Switch, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Facts } from '../../app/facts.tsx';
import { ToneNote } from '../../app/tone-note.tsx';
import { useFieldWords } from './field-words.ts';
import { usePreviewText } from './preview-text.ts';
import { useFieldValue } from './use-field-value.ts';

/** What processing would do, before it is done: why it fails field by field, or what would be there afterwards. */
export function PreviewCard({ preview }: { preview: DeliveryPreview }) {
  const t = usePreviewText();
  const { outcome, existing, match } = preview;
  return (
    <Paper p="md" component="section">
      <Stack gap="md">
        <div>
          <Title order={2} size="h5">
            {t.title}
          </Title>
          <Text size="xs" c="dimmed">
            {t.hint}
          </Text>
        </div>
        <ToneNote tone={outcome === 'UNREADABLE' ? 'danger' : 'positive'}>{t.outcome[outcome]}</ToneNote>
        {existing && (
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to="/alerts/$id" params={{ id: String(existing.id) }} {...props} />}
          >
            {t.openAlert(existing.alertId)}
          </Anchor>
        )}
        {match && <Facts items={[{ label: t.match.title, value: <Whose match={match} />, wide: true }]} />}
        {preview.problems.length > 0 && <Problems problems={preview.problems} />}
        {preview.fields.length > 0 && <Diff fields={preview.fields} isNew={outcome === 'NEW'} />}
      </Stack>
    </Paper>
  );
}

function Whose({ match }: { match: NonNullable<DeliveryPreview['match']> }) {
  const t = usePreviewText().match;
  const labels = useAlertLabels();
  if (match.hold) return t.held(match.merchantName ?? '');
  if (match.merchantName === null) return t.unmatched;
  return `${t.given(match.merchantName)}${match.tier ? ` · ${labels.matchTier[match.tier]}` : ''}`;
}

function Problems({ problems }: Pick<DeliveryPreview, 'problems'>) {
  const t = usePreviewText();
  const words = useFieldWords();
  return (
    <Table aria-label={t.problems} layout="fixed" style={{ overflowWrap: 'anywhere' }}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.column.field}</Table.Th>
          <Table.Th>{t.column.expected}</Table.Th>
          <Table.Th>{t.column.got}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {problems.map(({ path, fault, expected, got }) => (
          <Table.Tr key={`${path} ${expected}`}>
            <Table.Td>
              {words.name(path)}
              <Text size="xs" c="dimmed" ff="monospace">
                {path}
              </Text>
            </Table.Td>
            <Table.Td>
              {[t.fault[fault], words.form(path) ?? (fault === 'FORM' ? expected : '')].filter(Boolean).join(' · ')}
            </Table.Td>
            <Table.Td>
              {got === null ? (
                <Text size="sm" c="dimmed">
                  {t.nothing}
                </Text>
              ) : (
                <Text size="sm" ff="monospace">
                  {got}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Diff({ fields, isNew }: Pick<DeliveryPreview, 'fields'> & { isNew: boolean }) {
  const t = usePreviewText();
  const words = useFieldWords();
  const inWords = useFieldValue();
  const currency = fields.find(({ field }) => field === 'currency');
  const show = (field: string, value: string | null, side: 'before' | 'after') =>
    value === null ? '–' : inWords(field, value, currency?.[side] ?? null);
  const [changedOnly, setChangedOnly] = useState(true);
  const shown = fields.filter(({ changed, after }) => (isNew ? after !== null : changed || !changedOnly));
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={3} size="h6">
          {t.fields}
        </Title>
        {!isNew && (
          <Switch
            size="xs"
            label={t.changedOnly}
            checked={changedOnly}
            onChange={(event) => setChangedOnly(event.currentTarget.checked)}
          />
        )}
      </Group>
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t.noChange}
        </Text>
      ) : (
        <Table aria-label={t.fields} layout="fixed" verticalSpacing={4} style={{ overflowWrap: 'anywhere' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.column.field}</Table.Th>
              {!isNew && <Table.Th>{t.column.before}</Table.Th>}
              <Table.Th>{t.column.after}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ field, before, after, changed }) => (
              <Table.Tr key={field}>
                <Table.Td>{words.name(field)}</Table.Td>
                {!isNew && (
                  <Table.Td c="dimmed">
                    {changed && before !== null ? (
                      <del>{show(field, before, 'before')}</del>
                    ) : (
                      show(field, before, 'before')
                    )}
                  </Table.Td>
                )}
                <Table.Td fw={changed && !isNew ? 600 : undefined}>{show(field, after, 'after')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
