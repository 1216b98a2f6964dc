import { LOCALES } from '@forewarn/core/kernel/locale';
import { useT } from '@forewarn/ui/i18n';
import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
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
      <Menu.RadioGroup value={locale} onChange={(chosen) => chooseLocale(chosen === 'en' ? 'en' : 'zh-CN')}>
        {LOCALES.map((option) => (
          <Menu.RadioItem key={option} value={option}>
            <span lang={option}>{LANGUAGE_NAMES[option]}</span>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      <Menu.Label>{t.colourScheme}</Menu.Label>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(chosen) => setColorScheme(SCHEMES.find((scheme) => scheme === chosen) ?? 'auto')}
      >
        {SCHEMES.map((option) => (
          <Menu.RadioItem key={option} value={option}>
            {t.schemes[option]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
