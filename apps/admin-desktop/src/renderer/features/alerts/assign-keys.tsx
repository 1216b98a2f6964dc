import { Kbd } from '@mantine/core';
import classes from './queue.module.css';
import { useAlertsText } from './text/index.ts';

/** The keys that work here. */
export function AssignKeys({ candidates }: { candidates: number }) {
  const t = useAlertsText().queue.keys;
  const modifier = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';
  const keys: { keys: string[]; text: string }[] = [
    { keys: ['J', 'K'], text: t.move },
    ...(candidates > 0
      ? [{ keys: candidates > 1 ? ['1', `${Math.min(candidates, 9)}`] : ['1'], text: t.candidate }]
      : []),
    { keys: ['M'], text: t.merchant },
    { keys: ['R'], text: t.reason },
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
