import { useT } from '@forewarn/ui/i18n';
import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

interface KeywordFilterProps {
  value: string | undefined;
  onChange: (keyword: string | undefined) => void;
  placeholder: string;
  w?: number | string;
}

/** Searches as one types, a moment after the last key. Ctrl/⌘ F comes here. */
export function KeywordFilter({ value, onChange, placeholder, w = 280 }: KeywordFilterProps) {
  const t = useT();
  const [typed, setTyped] = useState(value ?? '');
  const [seen, setSeen] = useState(value);
  // The URL changed elsewhere (back, a cleared filter): show what it says.
  if (seen !== value) {
    setSeen(value);
    if ((value ?? '') !== typed.trim()) setTyped(value ?? '');
  }
  const change = useDebouncedCallback((text: string) => onChange(text.trim() || undefined), 300);
  return (
    <TextInput
      data-page-search
      type="search"
      aria-label={t.search}
      placeholder={placeholder}
      value={typed}
      maxLength={100}
      w={w}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed !== '' && (
          <CloseButton
            size="sm"
            aria-label={t.clear}
            onClick={() => {
              setTyped('');
              onChange(undefined);
            }}
          />
        )
      }
      // Leaving the field counts as done: nothing may fire later, when another page is on its way.
      onBlur={() => change.flush()}
      onKeyDown={(event) => event.key === 'Enter' && change.flush()}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        change(event.currentTarget.value);
      }}
    />
  );
}
