import { z } from 'zod';
import { AppError, type FieldError } from './errors.ts';
import type { Locale } from './locale.ts';

type Issue = z.core.$ZodIssue;

/** zod's own words, in the reader's language; a schema's own message (a key of ours) wins. */
const TEXTS: Record<Locale, (issue: Issue) => string> = {
  'zh-CN': localized(z.locales.zhCN()),
  en: localized(z.locales.en()),
};

function localized(bundle: { localeError: z.core.$ZodErrorMap }): (issue: Issue) => string {
  return (issue) => {
    const text = bundle.localeError({ ...issue, input: issue.input } as z.core.$ZodRawIssue);
    return typeof text === 'string' ? text : (text?.message ?? issue.message);
  };
}

export function fieldErrors(error: z.ZodError, locale: Locale): FieldError[] {
  return error.issues.map((issue) => ({
    path: issue.path.join('.'),
    code: issue.code,
    message: issue.code === 'custom' ? issue.message : TEXTS[locale](issue),
  }));
}

/** Parses by a schema or throws `VALIDATION_FAILED` with a message for each field, so that forms can show it in place. */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown, locale: Locale): z.output<T> {
  const result = schema.safeParse(input ?? {}, { reportInput: true });
  if (result.success) return result.data;
  throw new AppError('VALIDATION_FAILED', { fields: fieldErrors(result.error, locale) });
}
