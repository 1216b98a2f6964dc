import { ANSWER_ACTIONS, type AnswerAction } from '@forewarn/core/alerts/model';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Collapse, Group, Radio, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './answer.module.css';
import { useAnswerText } from './text/index.ts';

const MAIN = ANSWER_ACTIONS.filter((action) => !action.startsWith('INVALID_'));
const INVALID = ANSWER_ACTIONS.filter((action) => action.startsWith('INVALID_'));

interface AnswerActionsProps {
  /** Absent: all of them. */
  allowed?: readonly AnswerAction[];
  value: AnswerAction | '';
  error: string | undefined;
  disabled: boolean;
  onChange: (action: AnswerAction) => void;
}

/** The five answers, then why the alert isn't valid; each with what follows from it. */
export function AnswerActions({ allowed = ANSWER_ACTIONS, value, error, disabled, onChange }: AnswerActionsProps) {
  const text = useAnswerText();
  const [toggled, setOpened] = useState(false);
  const opened = toggled || value.startsWith('INVALID_');
  const Chevron = opened ? IconChevronUp : IconChevronDown;
  return (
    <Radio.Group
      label={text.main}
      labelProps={{ className: classes.hiddenLabel }}
      value={value}
      error={error}
      onChange={(chosen) => {
        const action = ANSWER_ACTIONS.find((option) => option === chosen);
        if (action) onChange(action);
      }}
    >
      <Stack gap="xs" mb={error ? 6 : 0}>
        {MAIN.filter((action) => allowed.includes(action)).map((action) => (
          <ActionCard key={action} action={action} disabled={disabled} />
        ))}
        <UnstyledButton className={classes.more ?? ''} aria-expanded={opened} onClick={() => setOpened(!opened)}>
          <Chevron size={16} aria-hidden />
          {text.invalid}
        </UnstyledButton>
        <Collapse expanded={opened} keepMounted={false}>
          <Stack gap="xs">
            {INVALID.map((action) => (
              <ActionCard key={action} action={action} disabled={disabled} />
            ))}
          </Stack>
        </Collapse>
      </Stack>
    </Radio.Group>
  );
}

function ActionCard({ action, disabled }: { action: AnswerAction; disabled: boolean }) {
  const text = useAnswerText();
  const labels = useAlertLabels();
  return (
    <Radio.Card value={action} disabled={disabled} className={classes.action ?? ''} data-action={action}>
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <Radio.Indicator mt={2} disabled={disabled} />
        <div className={classes.actionText}>
          <Text span fw={600}>
            {labels.action[action]}
          </Text>
          <Text span size="sm" c="dimmed" display="block" mt={2}>
            {text.consequence[action]}
          </Text>
        </div>
      </Group>
    </Radio.Card>
  );
}
