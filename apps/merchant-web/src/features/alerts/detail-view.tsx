import type { AlertDetail, AnswerAction } from '@forewarn/core/alerts/model';
import { EventTimeline } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useSessionUser } from '../../app/session/session.ts';
import { usePageTitle } from '../../app/use-page-title.ts';
import { AlertMails } from './alert-mails.tsx';
import { alertState } from './alert-state.ts';
import { AnswerForm } from './answer-form.tsx';
import { AnswerSummary } from './answer-summary.tsx';
import classes from './detail.module.css';
import { DetailChanges } from './detail-changes.tsx';
import { DetailFacts } from './detail-facts.tsx';
import { DetailHero } from './detail-hero.tsx';
import { DetailNote, Note } from './detail-note.tsx';
import { DuplicatesNote } from './duplicates-note.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { RelatedPanel } from './related-panel.tsx';
import { RuleNotice } from './rule-notice.tsx';
import { SuggestionPanel } from './suggestion-panel.tsx';
import { useAnswerText, useDetailText } from './text/index.ts';
import type { Preselected } from './use-answer-form.ts';
import { useAnswered, useAnswerPlace, useOvertaken } from './use-answer-place.ts';
import { useRelated } from './use-related.ts';

interface DetailViewProps {
  alert: AlertDetail;
  /** Chosen in the form as the page opens. */
  action: AnswerAction | undefined;
}

/** What is at stake and what to do beside everything that is known; on a phone what to do comes first. */
export function DetailView({ alert, action }: DetailViewProps) {
  const text = useDetailText();
  const format = useFormat();
  usePageTitle(text.page(format.money(alert.amount, alert.currency)));
  return (
    <>
      <DetailHero alert={alert} />
      <div className={classes.columns}>
        <div className={classes.aside}>
          <WhatToDo alert={alert} action={action} />
        </div>
        <div className={classes.column}>
          <DetailFacts alert={alert} />
          <RelatedPanel id={alert.id} />
          <History alert={alert} />
          <AlertMails id={alert.id} />
          <NotesPanel alert={alert} />
        </div>
      </div>
    </>
  );
}

function WhatToDo({ alert, action }: DetailViewProps) {
  const text = useDetailText();
  const { data: related, isPending } = useRelated(alert.id);
  const state = alertState(alert);
  const user = useSessionUser();
  const mayAnswer = user?.permissions.includes('alert:process') ?? false;
  const { answeredElsewhere } = useAnswerText();
  const [preselect, setPreselect] = useState<Preselected>();
  const chosen = preselect?.action ?? (alert.draft ? undefined : action);
  const answerable = state === 'open' || state === 'missed';
  const suggestion = related?.suggestion;
  useAnswerPlace(!isPending);
  useAnswered(state === 'answered');
  const overtakenBy = useOvertaken(answerable && mayAnswer, alert.answer?.submittedBy, user?.name);

  function use(suggested: AnswerAction) {
    setPreselect({ action: suggested });
    requestAnimationFrame(() =>
      document.querySelector(`[data-action="${suggested}"]`)?.scrollIntoView({ block: 'center' }),
    );
  }

  return (
    <>
      {!(state === 'open' && related && related.refunds.length > 0) && <DetailNote alert={alert} />}
      {overtakenBy !== undefined && <Note tone="warning" title={answeredElsewhere(overtakenBy || null)} />}
      {state === 'open' && <RuleNotice id={alert.id} />}
      {related && <DuplicatesNote related={related} open={state === 'open'} />}
      {answerable && suggestion && (
        <SuggestionPanel
          suggestion={suggestion}
          used={chosen === suggestion.action}
          onUse={mayAnswer ? use : undefined}
        />
      )}
      {answerable && mayAnswer && <AnswerForm alert={alert} preselect={preselect} />}
      {answerable && !mayAnswer && (
        <Text size="sm" c="dimmed">
          {text.mayNotAnswer}
        </Text>
      )}
      {state === 'answered' && <AnswerSummary alert={alert} />}
    </>
  );
}

function History({ alert }: { alert: AlertDetail }) {
  const text = useDetailText();
  return (
    <Paper p={{ base: 'md', sm: 'lg' }} component="section">
      <Title order={2} size="h5" mb="md">
        {text.groups.history}
      </Title>
      {alert.revisions > 0 && (
        <Text size="sm" c="dimmed" mb="sm">
          {text.revisions(alert.revisions)}
        </Text>
      )}
      <DetailChanges alert={alert} />
      <EventTimeline events={alert.timeline} />
    </Paper>
  );
}
