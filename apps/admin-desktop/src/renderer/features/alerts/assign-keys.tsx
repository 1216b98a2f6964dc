import { Kbd } from '@mantine/core';
import classes from './queue.module.css';
import { useAlertsText } from './text/index.ts';
import { useQueueText } from './text/queue.ts';

interface AssignKeysProps {
  candidates: number;
  learnable: boolean;
  enrolable: boolean;
}

/** The keys that work here. */
export function AssignKeys({ candidates, learnable, enrolable }: AssignKeysProps) {
  const t = useAlertsText().queue.keys;
  const words = useQueueText().keys;
  const modifier = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';
  const keys: { keys: string[]; text: string }[] = [
    { keys: ['J', 'K'], text: t.move },
    ...(candidates > 0
      ? [{ keys: candidates > 1 ? ['1', `${Math.min(candidates, 9)}`] : ['1'], text: t.candidate }]
      : []),
    { keys: ['M'], text: t.merchant },
    { keys: ['R'], text: t.reason },
    ...(learnable ? [{ keys: ['L'], text: words.learn }] : []),
    ...(enrolable ? [{ keys: ['N'], text: words.newCard }] : []),
    { keys: ['Esc'], text: words.leave },
    { keys: [modifier, '↵'], text: t.assign },
  ];
  return (
    <div className={classes.keys} aria-hidden>
      {keys.map(({ keys: names, text }) => (
        <span key={text}>
          {names.map((name) => (
            <Kbd key={name} size="xs">
              {name}
            </Kbd>
          ))}
          {text}
        </span>
      ))}
    </div>
  );
}
