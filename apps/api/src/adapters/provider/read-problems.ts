import { redactBody } from '@forewarn/core/platform';
import type { ReadProblem } from '@forewarn/core/ports/provider-wire';
import type { z } from 'zod';
import { valueAt } from './apply-mapping.ts';

/** What the schema found, as an admin can use it: where, what should be there, what is. */
export function readProblems(issues: readonly z.core.$ZodIssue[], body: unknown): ReadProblem[] {
  return issues.slice(0, 30).map((issue) => {
    const path = issue.path.join('.');
    const value = path === '' ? body : valueAt(body, path);
    const missing = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
    const type = issue.code === 'invalid_type' && issue.message !== 'is missing';
    return {
      path: path || 'body',
      fault: missing ? 'MISSING' : type ? 'TYPE' : 'FORM',
      expected: issue.code === 'invalid_type' ? issue.expected : issue.message,
      got: missing ? null : sample(path, value),
    };
  });
}

const LONGEST = 80;

/** A value as it may be shown: card data and names masked by the name of its field, and short. */
export function sample(path: string, value: unknown): string {
  const name = path.split('.').at(-1) ?? '';
  const masked: unknown = JSON.parse(redactBody(JSON.stringify({ [name]: value })) ?? '{}');
  const [shown] = Object.values(masked as Record<string, unknown>);
  const text = typeof shown === 'string' ? shown : JSON.stringify(shown);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
