import type { AlertSummary } from '@forewarn/core/alerts/model';
import type { RuleNotice } from '@forewarn/core/response-rules/model';
import { useFormat } from '@forewarn/ui/format';
import { Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { trpc } from '../../api.ts';
import { useRuleNoticeText } from './text/rule.ts';

/** As many alerts as one question may name. */
const AT_ONCE = 50;
const Notices = createContext<ReadonlyMap<number, RuleNotice>>(new Map());

/** Asks for the rules' intentions with the open alerts of a list; the list is there at once, and without them when this fails. */
export function RuleNotices({ rows, children }: { rows: readonly AlertSummary[]; children: ReactNode }) {
  const open = rows.filter(({ needsAnswer }) => needsAnswer).map(({ id }) => id);
  const parts = Array.from({ length: Math.ceil(open.length / AT_ONCE) }, (_, n) =>
    open.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
  );
  const found = useQueries({
    queries: parts.map((ids) => trpc.rules.notices.queryOptions({ ids }, { staleTime: 30_000 })),
  });
  const notices = new Map(found.flatMap(({ data }) => data?.records ?? []).map((notice) => [notice.id, notice]));
  return <Notices value={notices}>{children}</Notices>;
}

/** Under a deadline: which rule answers this alert by itself, and when. */
export function RuleLine({ id }: { id: number }) {
  const { line } = useRuleNoticeText();
  const format = useFormat();
  const notice = useContext(Notices).get(id);
  if (notice?.kind !== 'ANSWER' || notice.at === null) return null;
  return (
    <Text span display="block" size="xs" c="var(--fw-accent-text)" style={{ overflowWrap: 'anywhere' }}>
      {line(notice.ruleName, format.time(notice.at, 'short'))}
    </Text>
  );
}
