import type { Locale } from '../../kernel/locale.ts';
import { type Letter, letter } from '../letter.ts';
import type { Params, Template } from '../templates.ts';

type Written = Omit<Letter, 'title' | 'greeting' | 'button'> & { button?: { label: string; url: string } };

interface Draft {
  title: string;
  subject?: (p: Params) => string;
  write: (p: Params) => Written;
}

const GREETING: Record<Locale, (name: string) => string> = {
  'zh-CN': (name) => `${name}，您好：`,
  en: (name) => `Hello ${name},`,
};
const OR_OPEN: Record<Locale, string> = {
  'zh-CN': '如果按钮打不开，请把下面的地址复制到浏览器：',
  en: 'If the button does not work, copy this address into your browser:',
};

/** A mail about an account in both languages: subject and title are one unless the subject says more. */
export function account(drafts: Record<Locale, Draft>): Record<Locale, Template> {
  const make = (locale: Locale): Template => {
    const { title, subject = () => title, write } = drafts[locale];
    return {
      title,
      subject,
      body(p) {
        const { button, ...rest } = write(p);
        const orOpen = OR_OPEN[locale];
        return letter({
          title,
          greeting: GREETING[locale](p('name')),
          ...rest,
          ...(button && { button: { ...button, orOpen } }),
        });
      },
    };
  };
  return { 'zh-CN': make('zh-CN'), en: make('en') };
}
