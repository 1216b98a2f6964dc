import type { AlertDetail, GivenAnswer } from '@forewarn/core/alerts/model';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Collapse, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import classes from './answer.module.css';
import { useAnswerText } from './text/index.ts';

/** Answers that a correction has replaced, newest first; nothing when there is none. */
export function AnswerFormer({ alert }: { alert: Pick<AlertDetail, 'answer' | 'currency'> }) {
  const { correct: text } = useAnswerText();
  const [opened, { toggle }] = useDisclosure(false);
  const former = alert.answer?.former ?? [];
  if (former.length === 0) return null;
  const Chevron = opened ? IconChevronUp : IconChevronDown;
  return (
    <div>
      <UnstyledButton className={classes.more ?? ''} aria-expanded={opened} onClick={toggle}>
        <Chevron size={16} aria-hidden />
        {text.earlier(former.length)}
      </UnstyledButton>
      <Collapse expanded={opened} keepMounted={false}>
        <ul className={classes.former}>
          {former.map((one) => (
            <Former key={one.number} answer={one} currency={alert.currency} />
          ))}
        </ul>
      </Collapse>
    </div>
  );
}

function Former({ answer, currency }: { answer: GivenAnswer; currency: string }) {
  const { correct: text } = useAnswerText();
  const labels = useAlertLabels();
  const format = useFormat();
  const ended = { REFUSED: text.refused, UNREACHABLE: text.unreachable, SUPERSEDED: text.superseded };
  const refund = answer.refundAmount === null ? null : format.money(answer.refundAmount, currency);
  return (
    <li>
      <Text size="sm" fw={550}>
        {[labels.action[answer.action], refund].filter(Boolean).join(' · ')}
      </Text>
      <Text size="sm">{answer.reason}</Text>
      <Text size="xs" c="dimmed">
        {[
          format.time(answer.submittedTime, 'exact'),
          answer.submittedBy,
          answer.failureReason && ended[answer.failureReason],
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </li>
  );
}
