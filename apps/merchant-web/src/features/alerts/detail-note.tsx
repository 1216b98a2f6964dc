import type { AlertDetail } from '@forewarn/core/alerts/model';
import { toneStyle } from '@forewarn/ui/data';
import { countdown, useNow } from '@forewarn/ui/format';
import type { Tone } from '@forewarn/ui/theme';
import { Text } from '@mantine/core';
import { alertState } from './alert-state.ts';
import classes from './detail.module.css';
import { useDetailText } from './text/index.ts';

/** In a sentence: what is expected of the reader, or why nothing is. Nothing for answered alerts: their answer speaks. */
export function DetailNote({ alert }: { alert: AlertDetail }) {
  const text = useDetailText();
  const state = alertState(alert);
  if (state === 'open') return <OpenNote alert={alert} />;
  if (state === 'settled') return <Note tone="positive" {...text.state.settled} />;
  if (state === 'missed') return <Note tone="danger" {...text.state.missed} />;
  if (state !== 'held' || alert.holdReason === null) return null;
  return <Note tone="warning" title={text.state.heldTitle} text={text.state.held[alert.holdReason]} />;
}

function OpenNote({ alert }: { alert: AlertDetail }) {
  const { state, late } = useDetailText();
  const { urgency } = countdown(alert.deadline, useNow());
  if (urgency === 'passed') return <Note tone="danger" {...state.overdue} />;
  if (urgency === 'urgent') return <Note tone="danger" {...state.urgent} />;
  const more = alert.late ? ` ${late}` : '';
  return (
    <Note tone={urgency === 'soon' ? 'warning' : 'accent'} title={state.open.title} text={state.open.text + more} />
  );
}

/** A coloured line or two above everything there is to do. */
export function Note({ tone, title, text }: { tone: Tone; title: string; text?: string }) {
  return (
    <div className={classes.note} style={toneStyle(tone)} role="status">
      <div className={classes.noteTitle}>{title}</div>
      {text && (
        <Text size="sm" mt={2}>
          {text}
        </Text>
      )}
    </div>
  );
}
