import { problemText } from '@forewarn/core/audit/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useLocale } from '@forewarn/ui/i18n';
import { Anchor, Progress, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ToneNote } from '../../app/tone-note.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useAuditText } from './text.ts';
import type { useVerification, Verified } from './use-verification.ts';

/** What a verification is at, or has found, in words. */
export function Verification({ run }: { run: ReturnType<typeof useVerification> }) {
  const t = useAuditText();
  const toProblem = useProblem();
  if (run.isPending) {
    const { checked, total } = run.progress;
    return (
      <Stack gap={6} role="status">
        <Text size="sm">{t.verifying(checked, total)}</Text>
        <Progress value={total === 0 ? 0 : (checked / total) * 100} aria-label={t.verify} />
      </Stack>
    );
  }
  if (run.error) return <ErrorNote problem={toProblem(run.error)} />;
  return run.data ? <Found found={run.data} /> : null;
}

function Found({ found }: { found: Verified }) {
  const t = useAuditText();
  const { ok, checked, unchained, checkpoints } = found;
  const covered = [
    t.checked(checked),
    unchained > 0 && t.unchained(unchained),
    checkpoints && t.checkpoints(checkpoints.stored, checkpoints.outside),
  ];
  if (ok && checked === 0) return <ToneNote tone="neutral">{t.nothingYet}</ToneNote>;
  return (
    <ToneNote tone={ok ? 'positive' : 'danger'} title={ok ? t.whole : t.broken}>
      {!ok && <First found={found} />}
      <Text size="sm">{covered.filter(Boolean).join(' · ')}</Text>
      {ok && checkpoints?.outside === 0 && <Text size="sm">{t.noneOutside}</Text>}
    </ToneNote>
  );
}

function First({ found: { problems, firstProblem } }: { found: Verified }) {
  const t = useAuditText();
  const locale = useLocale();
  if (!firstProblem) return null;
  const { kind, auditId, seq } = firstProblem;
  return (
    <>
      <Text size="sm">
        {t.problem(problems, problemText(kind, locale), seq === null ? '' : t.link(seq))}{' '}
        {auditId !== null && kind !== 'DELETED' && (
          <Anchor
            size="sm"
            underline="always"
            renderRoot={(props) => <Link to="/audit" search={(now) => ({ ...now, open: auditId })} {...props} />}
          >
            {t.look(auditId)}
          </Anchor>
        )}
      </Text>
      <Text size="sm">{t.keep}</Text>
    </>
  );
}
