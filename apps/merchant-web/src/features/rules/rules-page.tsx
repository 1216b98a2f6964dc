import type { Rule } from '@forewarn/core/response-rules/model';
import { EmptyState, ErrorNote, ErrorState, ListSkeleton } from '@forewarn/ui/feedback';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconChecklist, IconPlayerPause, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useSessionUser } from '../../app/session/session.ts';
import { usePageTitle } from '../../app/use-page-title.ts';
import { PauseAllDialog, RemoveRuleDialog } from './confirm-dialogs.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { type RuleHandlers, RuleRow } from './rule-row.tsx';
import classes from './rules.module.css';
import { SwitchOnDialog } from './switch-on-dialog.tsx';
import { useRuleText } from './text.ts';
import { useOrderRules, usePauseRule, useRules } from './use-rules.ts';

type Open = { kind: 'edit'; rule: Rule | undefined } | { kind: 'remove' | 'on'; rule: Rule } | { kind: 'pauseAll' };

/** The merchant's rules in their order, with what each has done. */
export function RulesPage() {
  const text = useRuleText();
  const problemOf = useProblemOf();
  usePageTitle(text.page);
  const user = useSessionUser();
  const mayManage = (user?.permissions.includes('rule:manage') && !user.suspended) ?? false;
  const list = useRules();
  const [order, pause] = [useOrderRules(), usePauseRule()];
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const rules = list.data?.records ?? [];
  const add = () => setOpen({ kind: 'edit', rule: undefined });
  const handlers: RuleHandlers = {
    mayManage,
    busy: order.isPending || pause.isPending,
    onMove: (rule, by) => order.mutate({ ids: moved(rules, rule, by) }),
    onEdit: (rule) => setOpen({ kind: 'edit', rule }),
    onSwitchOn: (rule) => setOpen({ kind: 'on', rule }),
    onPause: ({ id }) => pause.mutate({ id }),
    onRemove: (rule) => setOpen({ kind: 'remove', rule }),
  };
  const failed = order.error ?? pause.error;
  const shown = (id: number) => rules.find((rule) => rule.id === id);
  const switching = open?.kind === 'on' ? shown(open.rule.id) : undefined;
  return (
    <Stack gap="md" maw={820} mx="auto">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={1} size="h3">
            {text.heading}
          </Title>
          <Text size="sm" c="dimmed" mt={4} maw={520}>
            {mayManage ? text.intro : `${text.intro} ${text.mayNotChange}`}
          </Text>
        </div>
        {mayManage && rules.length > 0 && (
          <Group gap="sm">
            {rules.some(({ state }) => state === 'ON') && (
              <Button
                variant="default"
                leftSection={<IconPlayerPause size={16} aria-hidden />}
                onClick={() => setOpen({ kind: 'pauseAll' })}
              >
                {text.pauseAll}
              </Button>
            )}
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
              {text.add}
            </Button>
          </Group>
        )}
      </Group>
      {failed && <ErrorNote problem={problemOf(failed)} />}
      {list.isPending && <ListSkeleton rows={3} />}
      {list.isError && (
        <ErrorState problem={problemOf(list.error)} onRetry={() => void list.refetch()} retrying={list.isFetching} />
      )}
      {rules.length > 0 && (
        <Paper px={{ base: 'md', sm: 'lg' }}>
          <ol className={classes.list} aria-label={text.list}>
            {rules.map((rule, index) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                number={index + 1}
                last={index === rules.length - 1}
                handlers={handlers}
              />
            ))}
          </ol>
        </Paper>
      )}
      {list.data && rules.length === 0 && (
        <EmptyState
          icon={<IconChecklist size={24} />}
          title={text.empty.title}
          text={text.empty.text}
          action={mayManage && <Button onClick={add}>{text.add}</Button>}
        />
      )}
      {open?.kind === 'edit' && <RuleDialog rule={open.rule} onClose={close} />}
      {open?.kind === 'remove' && <RemoveRuleDialog rule={open.rule} onClose={close} />}
      {open?.kind === 'pauseAll' && <PauseAllDialog onClose={close} />}
      {switching && <SwitchOnDialog rule={switching} onClose={close} />}
    </Stack>
  );
}

/** The numbers of all rules once this one has changed places with its neighbour. */
function moved(rules: readonly Rule[], rule: Rule, by: -1 | 1): number[] {
  const ids = rules.map(({ id }) => id);
  const from = ids.indexOf(rule.id);
  const neighbour = ids[from + by];
  if (neighbour === undefined) return ids;
  ids[from + by] = rule.id;
  ids[from] = neighbour;
  return ids;
}
