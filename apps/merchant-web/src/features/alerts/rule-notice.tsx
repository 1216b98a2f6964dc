import type { RuleNotice as Notice } from '@forewarn/core/response-rules/model';
import { toneStyle } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import type { Tone } from '@forewarn/ui/theme';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import { TextLink } from '../../app/text-link.tsx';
import classes from './detail.module.css';
import { useRuleNoticeText } from './text/rule.ts';

const TONES: Record<Notice['kind'], Tone> = { SUGGEST: 'accent', ANSWER: 'warning', PAUSED: 'warning', LEFT: 'danger' };

/** What a rule of the merchant's suggests for this open alert, or will answer and when. Nothing where no rule fits. */
export function RuleNotice({ id }: { id: number }) {
  const text = useRuleNoticeText();
  const labels = useAlertLabels();
  const format = useFormat();
  const notice = useQuery(trpc.rules.notices.queryOptions({ ids: [id] })).data?.records[0];
  if (!notice) return null;
  const { kind, ruleName, action, amount, currency, at } = notice;
  const what = action === 'REFUND' ? text.refund(format.money(amount, currency)) : labels.action[action];
  return (
    <div className={classes.note} style={toneStyle(TONES[kind])} role="status">
      <div className={classes.noteTitle}>{text.title[kind](ruleName)}</div>
      <Text size="sm" mt={2}>
        {text.text[kind](what, at === null ? '' : format.time(at))} <TextLink to="/rules">{text.open}</TextLink>
      </Text>
    </div>
  );
}
