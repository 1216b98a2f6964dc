import type { DuplicateAlert, EarlierRefund, RelatedAlerts } from '@forewarn/core/alerts/model';
import { toneStyle } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Stack, Text } from '@mantine/core';
import { TextLink } from '../../app/text-link.tsx';
import classes from './detail.module.css';
import { useRelatedText } from './text/index.ts';

/** Other alerts about the very same transaction: which, how we know, and what that means for this one. */
export function DuplicatesNote({ related, open }: { related: RelatedAlerts; open: boolean }) {
  const text = useRelatedText();
  const { duplicates, refunds } = related;
  if (duplicates.length === 0) return null;
  const refunded = refunds.length > 0;
  const waiting = duplicates.some(({ needsAnswer }) => needsAnswer);
  return (
    <div className={classes.note} style={toneStyle('warning')} role="status">
      <div className={classes.noteTitle}>{refunded && open ? text.refunded.title : text.duplicate.title}</div>
      <Stack gap={6} mt={4}>
        {open && refunds.map((refund) => <RefundLine key={refund.id} refund={refund} />)}
        {duplicates.map((duplicate) => (
          <DuplicateLine key={duplicate.id} duplicate={duplicate} />
        ))}
        <Text size="sm">
          {waiting && !open
            ? text.duplicate.answerThat
            : waiting && !refunded
              ? text.duplicate.open
              : text.duplicate.once}
        </Text>
      </Stack>
    </div>
  );
}

function DuplicateLine({ duplicate }: { duplicate: DuplicateAlert }) {
  const { duplicate: text, refunded, open, missed } = useRelatedText();
  const labels = useAlertLabels();
  const { id, alertId, program, by, sameAuthCode, processAction, needsAnswer } = duplicate;
  const state = processAction ? labels.action[processAction] : needsAnswer ? open : missed;
  return (
    <Text size="sm" className={classes.anywhere ?? ''}>
      <TextLink to="/alerts/$id" params={{ id: String(id) }}>
        {refunded.alert(alertId)}
      </TextLink>
      {` (${text.program[program]} · ${state}) `}
      {text.by[by]}
      {sameAuthCode && by === 'CARD' && ` ${text.authCode}`}
    </Text>
  );
}

/** One earlier refund in a sentence: who, when, how much. */
export function RefundLine({ refund }: { refund: EarlierRefund }) {
  const { refunded } = useRelatedText();
  const format = useFormat();
  const what = refund.amount === null ? '' : format.money(refund.amount, refund.currency);
  return (
    <Text size="sm" fw={550}>
      {refunded.source[refund.source](what, format.time(refund.at, 'dated'))}
    </Text>
  );
}
