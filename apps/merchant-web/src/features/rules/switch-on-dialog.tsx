import type { Rule } from '@forewarn/core/response-rules/model';
import { ErrorNote, ListSkeleton } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type FormEvent, useEffect, useState } from 'react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { BackTestPanel } from './back-test-panel.tsx';
import classes from './rules.module.css';
import { useRuleText } from './text.ts';
import { useRuleWords } from './use-rule-words.ts';
import { useBackTest, useSwitchOn } from './use-rules.ts';

/** First the trial on past alerts, then what follows, then the rule's name typed by hand. */
export function SwitchOnDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const text = useRuleText();
  const t = useT();
  const format = useFormat();
  const problemOf = useProblemOf();
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const test = useBackTest();
  const { id, testGood } = rule;
  const { mutate } = test;
  /* Whoever opens this wants to see the trial; one that is still good needn't be made again. */
  useEffect(() => {
    if (!testGood) mutate({ id });
  }, [id, testGood, mutate]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.on.title(rule.name)}
      size="lg"
      fullScreen={phone ?? false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <Stack gap="md">
        <section aria-label={text.test.title} aria-busy={test.isPending}>
          {test.isPending ? (
            <>
              <Text size="sm" mb="sm" role="status">
                {text.test.running}
              </Text>
              <ListSkeleton rows={2} />
            </>
          ) : (
            rule.test && <BackTestPanel test={rule.test} />
          )}
        </section>
        {test.isError && <ErrorNote problem={problemOf(test.error)} />}
        <Group justify="space-between" gap="sm">
          <Text size="xs" c="dimmed">
            {rule.testedTime ? text.test.time(format.time(rule.testedTime)) : ''}
          </Text>
          <Button variant="default" size="xs" onClick={() => mutate({ id })} loading={test.isPending}>
            {text.test.again}
          </Button>
        </Group>
        <Confirm rule={rule} onClose={onClose} />
      </Stack>
    </Modal>
  );
}

function Confirm({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const { on: text } = useRuleText();
  const t = useT();
  const problemOf = useProblemOf();
  const [confirm, setConfirm] = useState('');
  const act = useSwitchOn();
  const problem = act.isError ? problemOf(act.error) : undefined;
  const error = problem?.fields.confirm;
  const ready = rule.testGood && confirm.trim() === rule.name;

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (ready) act.mutate({ id: rule.id, confirm }, { onSuccess: onClose });
  }

  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <Follows rule={rule} />
        <TextInput
          label={text.type(rule.name)}
          value={confirm}
          onChange={(event) => setConfirm(event.currentTarget.value)}
          {...(error !== undefined && { error })}
          autoComplete="off"
          maxLength={60}
        />
        {problem && error === undefined && <ErrorNote problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} disabled={act.isPending}>
            {t.cancel}
          </Button>
          <Button type="submit" disabled={!ready} loading={act.isPending}>
            {text.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What follows, in sentences. */
function Follows({ rule }: { rule: Rule }) {
  const { on: text, before } = useRuleText();
  const words = useRuleWords();
  const format = useFormat();
  const { mode, action, minutesBefore, dailyCount, dailySum, conditions } = rule;
  const what = words.action(rule);
  const sum = dailySum !== null && conditions.currency !== null ? format.money(dailySum, conditions.currency) : '';
  const sentences =
    mode === 'SUGGEST'
      ? [text.suggest(what)]
      : [
          text.answer(before(minutesBefore), what),
          ...(action === 'REFUND' ? [text.refund] : []),
          text.limit(dailyCount, sum),
          text.told,
        ];
  return (
    <section aria-label={text.follows}>
      <Text size="sm" fw={600}>
        {text.follows}
      </Text>
      <ul className={classes.follows}>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Text size="sm">{sentence}</Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
