import { z } from 'zod';
import { AppError, type FieldError } from './errors.ts';
import { type FieldFault, faultText, isFieldFault } from './field-faults.ts';
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
  return error.issues.map((issue) => {
    const path = issue.path.join('.');
    if (issue.code !== 'custom') return { path, code: issue.code, message: TEXTS[locale](issue) };
    return isFieldFault(issue.message)
      ? fieldError(path, issue.message, locale)
      : { path, code: issue.code, message: issue.message };
  });
}

/** One field's fault, as schemas report it; for what only the server can see. */
export function fieldError(path: string, fault: FieldFault, locale: Locale): FieldError {
  return { path, code: fault, message: faultText(fault, locale) };
}

/** Parses by a schema or throws `VALIDATION_FAILED` with a message for each field, so that forms can show it in place. */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown, locale: Locale): z.output<T> {
  const result = schema.safeParse(input ?? {}, { reportInput: true });
  if (result.success) return result.data;
  throw new AppError('VALIDATION_FAILED', { fields: fieldErrors(result.error, locale) });
}
