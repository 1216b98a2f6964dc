import { LOCALES } from '@forewarn/core/kernel/locale';
import { useT } from '@forewarn/ui/i18n';
import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { LANGUAGE_NAMES } from './language-names.ts';
import { chooseLocale, useCurrentLocale } from './locale.ts';

const SCHEMES: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];

/** Language and appearance as entries of a menu. */
export function PreferencesItems() {
  const t = useT();
  const locale = useCurrentLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{t.language}</Menu.Label>
      {LOCALES.map((option) => (
        <Choice key={option} chosen={option === locale} onChoose={() => chooseLocale(option)}>
          <span lang={option}>{LANGUAGE_NAMES[option]}</span>
        </Choice>
      ))}
      <Menu.Divider />
      <Menu.Label>{t.colourScheme}</Menu.Label>
      {SCHEMES.map((option) => (
        <Choice key={option} chosen={option === colorScheme} onChoose={() => setColorScheme(option)}>
          {t.schemes[option]}
        </Choice>
      ))}
    </>
  );
}

interface ChoiceProps {
  chosen: boolean;
  onChoose: () => void;
  children: React.ReactNode;
}

function Choice({ chosen, onChoose, children }: ChoiceProps) {
  return (
    <Menu.Item
      role="menuitemradio"
      aria-checked={chosen}
      onClick={onChoose}
      rightSection={chosen ? <IconCheck size={16} aria-hidden /> : undefined}
    >
      {children}
    </Menu.Item>
  );
}
