import type { AlertChange, AlertDetail } from '@forewarn/core/alerts/model';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels, useFactWords } from '@forewarn/ui/i18n';
import { Stack, Text } from '@mantine/core';
import { Moment } from './moment.tsx';
import classes from './related.module.css';
import { useDetailText, useRelatedText } from './text/index.ts';

/** What the network has changed since the alert came: each field's former and present value. */
export function DetailChanges({ alert }: { alert: AlertDetail }) {
  const { changes: text } = useRelatedText();
  if (alert.changes.length === 0) return null;
  return (
    <Stack gap="sm" mb="md">
      <Text size="sm" fw={600}>
        {text.title}
      </Text>
      {alert.changes.map((change) => (
        <Change key={change.id} change={change} currency={alert.currency} />
      ))}
    </Stack>
  );
}

function Change({ change, currency }: { change: AlertChange; currency: string }) {
  const { changes: text } = useRelatedText();
  const name = useFieldName();
  const shown = useShown(currency);
  // Times that differ by less than a reader sees are no news.
  const told = change.fields
    .map(({ field, from, to }) => ({ field, from: shown(field, from), to: shown(field, to) }))
    .filter(({ from, to }) => from !== to);
  return (
    <div>
      <Text size="xs" c="dimmed" className="fw-tabular">
        <Moment at={change.at} />
      </Text>
      <ul className={classes.reasons}>
        {told.length === 0 && <li>{text.nothing}</li>}
        {told.map(({ field, from, to }) => (
          <li key={field}>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {name(field)}
              {': '}
              <Text span c="dimmed" td="line-through">
                {from}
              </Text>
              {' → '}
              {to}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A field's name, as the facts above call it. */
function useFieldName(): (field: string) => string {
  const { fields } = useDetailText();
  const labels = useAlertLabels();
  const known: Readonly<Record<string, string>> = { ...fields, ...labels.field, cardholderName: fields.cardholder };
  return (field) => known[field] ?? field;
}

const TIMES = new Set(['alertTime', 'deadline', 'transactionTime']);

function useShown(currency: string): (field: string, value: string | null) => string {
  const { changes: text } = useRelatedText();
  const words = useFactWords();
  const format = useFormat();
  return (field, value) => {
    if (value === null) return text.absent;
    if (TIMES.has(field)) return format.time(value, 'exact');
    if (field === 'amount') return format.money(Number(value), currency);
    return words(field, value) ?? value;
  };
}
