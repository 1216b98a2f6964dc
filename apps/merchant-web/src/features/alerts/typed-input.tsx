import { TextInput, type TextInputProps } from '@mantine/core';
import { type Ref, useEffect, useRef, useState } from 'react';

const PAUSE = 350;

interface TypedInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string;
  ref?: Ref<HTMLInputElement>;
  /** Called when typing pauses, and at once on Enter and on leaving. */
  onCommit: (value: string) => void;
}

/** A field whose value is used only when its writer pauses, so that not every letter asks the server. */
export function TypedInput({ value, onCommit, ...props }: TypedInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const commitRef = useRef(onCommit);
  commitRef.current = onCommit;

  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => commitRef.current(draft), PAUSE);
    return () => clearTimeout(timer);
  }, [draft]);

  const finish = () => {
    if (draft !== null && draft !== value) onCommit(draft);
    setDraft(null);
  };
  return (
    <TextInput
      {...props}
      value={draft ?? value}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => event.key === 'Enter' && finish()}
    />
  );
}
