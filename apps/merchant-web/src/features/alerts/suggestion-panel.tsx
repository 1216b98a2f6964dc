import type { AnswerAction, Suggestion, SuggestionReason } from '@forewarn/core/alerts/model';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Button, Collapse, Group, Text, Title, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import classes from './related.module.css';
import { useRelatedText } from './text/index.ts';

interface SuggestionPanelProps {
  suggestion: Suggestion;
  /** What stands in the form already. */
  used: boolean;
  /** Absent: the reader may not answer. */
  onUse: ((action: AnswerAction) => void) | undefined;
}

/** what open rules suggest, and every reason for and against. It chooses nothing by itself. */
export function SuggestionPanel({ suggestion, used, onUse }: SuggestionPanelProps) {
  const { suggestion: text } = useRelatedText();
  const labels = useAlertLabels();
  const { action, reasons } = suggestion;
  const [opened, setOpened] = useState(action === null);
  return (
    <section className={classes.suggestion} aria-labelledby="suggestion">
      <Text id="suggestion" component="h2" size="xs" c="dimmed" m={0}>
        {text.title}
      </Text>
      {action ? (
        <Group justify="space-between" gap="xs" mt={2}>
          <Title order={3} size="h4">
            {labels.action[action]}
          </Title>
          {onUse && (
            <Button variant="light" size="sm" disabled={used} onClick={() => onUse(action)}>
              {text.use}
            </Button>
          )}
        </Group>
      ) : (
        <Text size="sm" mt={2}>
          {text.none}
        </Text>
      )}
      {used && (
        <Text size="sm" role="status" mt={4}>
          {text.used}
        </Text>
      )}
      {action && (
        <UnstyledButton className={classes.why ?? ''} aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {opened ? text.hide : text.why}
        </UnstyledButton>
      )}
      <Collapse expanded={opened}>
        <ul className={classes.reasons}>
          {reasons.map((reason) => (
            <li key={reason.code}>
              <Reason reason={reason} />
            </li>
          ))}
        </ul>
        <Text size="xs" c="dimmed" mt={8}>
          {text.honest}
        </Text>
      </Collapse>
    </section>
  );
}

function Reason({ reason: { code, favours, facts } }: { reason: SuggestionReason }) {
  const { suggestion: text } = useRelatedText();
  const labels = useAlertLabels();
  const format = useFormat();
  const currency = String(facts.currency ?? '');
  const money = (value: string | number | undefined) =>
    value === undefined ? '' : format.money(Number(value), currency);
  const sentence = text.reason[code]({
    count: Number(facts.count ?? 0),
    alertId: String(facts.alertId ?? ''),
    reasonCode: String(facts.reasonCode ?? ''),
    amount: money(facts.amount),
    cost: money(facts.cost),
    source: String(facts.source ?? ''),
  });
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {sentence}{' '}
      <Text span size="xs" c="dimmed">
        {favours ? text.favours(labels.action[favours]) : text.note}
      </Text>
    </Text>
  );
}
