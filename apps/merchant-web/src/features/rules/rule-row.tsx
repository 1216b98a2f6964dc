import type { Rule, RuleState } from '@forewarn/core/response-rules/model';
import { ToneBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import type { Tone } from '@forewarn/ui/theme';
import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import classes from './rules.module.css';
import { useRuleText } from './text.ts';
import { useRuleWords } from './use-rule-words.ts';

export interface RuleHandlers {
  mayManage: boolean;
  busy: boolean;
  onMove: (rule: Rule, by: -1 | 1) => void;
  onEdit: (rule: Rule) => void;
  onSwitchOn: (rule: Rule) => void;
  onPause: (rule: Rule) => void;
  onRemove: (rule: Rule) => void;
}

const TONES: Record<RuleState, Tone> = { ON: 'positive', DRAFT: 'muted', PAUSED: 'warning' };

interface RuleRowProps {
  rule: Rule;
  /** Its place in the order, from 1. */
  number: number;
  last: boolean;
  handlers: RuleHandlers;
}

/** One rule in words, what it has done, and what can be done with it. */
export function RuleRow({ rule, number, last, handlers }: RuleRowProps) {
  const text = useRuleText();
  const words = useRuleWords();
  const { name, state, pausedBy } = rule;
  return (
    <li className={classes.row}>
      <Order rule={rule} number={number} last={last} handlers={handlers} />
      <div className={classes.what}>
        <Group gap="xs">
          <Text fw={600} size="sm">
            {name}
          </Text>
          <ToneBadge tone={TONES[state]}>{text.state[state]}</ToneBadge>
        </Group>
        <Text size="sm" mt={2}>
          {words.conditions(rule)}
        </Text>
        <Text size="sm" c="dimmed">
          {words.does(rule)}
        </Text>
        {pausedBy && state === 'PAUSED' && (
          <Text size="xs" c="var(--fw-warning-text)" mt={4}>
            {text.pausedBy[pausedBy]}
          </Text>
        )}
        {rule.mode === 'ANSWER' && <Done rule={rule} />}
      </div>
      {handlers.mayManage && <Acts rule={rule} handlers={handlers} />}
    </li>
  );
}

function Order({ rule, number, last, handlers }: RuleRowProps) {
  const text = useRuleText();
  const arrow = (label: string, Icon: typeof IconChevronUp, by: -1 | 1, disabled: boolean) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      disabled={disabled || handlers.busy}
      onClick={() => handlers.onMove(rule, by)}
    >
      <Icon size={16} />
    </ActionIcon>
  );
  return (
    <div className={classes.order}>
      {handlers.mayManage && arrow(text.up(rule.name), IconChevronUp, -1, number === 1)}
      <Text size="sm" c="dimmed" aria-hidden>
        {number}
      </Text>
      {handlers.mayManage && arrow(text.down(rule.name), IconChevronDown, 1, last)}
    </div>
  );
}

/** What it has done. */
function Done({ rule: { answered30, left30, lastTime, usedCount, dailyCount } }: { rule: Rule }) {
  const text = useRuleText();
  const format = useFormat();
  const parts =
    answered30 + left30 === 0
      ? [text.never]
      : [
          text.done(answered30),
          ...(lastTime ? [text.doneLast(format.time(lastTime))] : []),
          ...(usedCount > 0 ? [text.used(usedCount, dailyCount)] : []),
          ...(left30 > 0 ? [text.left(left30)] : []),
        ];
  return (
    <Text size="xs" c="dimmed" mt={4}>
      {parts.join(' · ')}
    </Text>
  );
}

function Acts({ rule, handlers }: { rule: Rule; handlers: RuleHandlers }) {
  const text = useRuleText();
  return (
    <div className={classes.acts}>
      {rule.state === 'ON' ? (
        <Button variant="default" size="xs" disabled={handlers.busy} onClick={() => handlers.onPause(rule)}>
          {text.pause}
        </Button>
      ) : (
        <Button variant="light" size="xs" disabled={handlers.busy} onClick={() => handlers.onSwitchOn(rule)}>
          {text.switchOn}
        </Button>
      )}
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={text.more(rule.name)}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => handlers.onEdit(rule)}>
            {text.edit}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => handlers.onRemove(rule)}>
            {text.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
