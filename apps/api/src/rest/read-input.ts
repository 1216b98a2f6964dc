import { AppError } from '@forewarn/core/kernel/errors';
import type { Locale } from '@forewarn/core/kernel/locale';
import { parseInput } from '@forewarn/core/kernel/validation';
import { z } from 'zod';
import type { HttpContext } from '../http/doors.ts';

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;
const Body = z.record(z.string(), z.unknown());

/**
 * One input from path, query and JSON body; the path wins over the others. An empty query value (`?status=`) counts as absent,
 * as forms send it. Errors: `UNSUPPORTED_BODY`, `MALFORMED_BODY`, `VALIDATION_FAILED` (the body isn't an object).
 */
export async function readInput(c: HttpContext, locale: Locale): Promise<Record<string, unknown>> {
  const query = Object.entries(c.req.query()).filter(([, value]) => value !== '');
  const body = c.req.method === 'GET' || c.req.method === 'HEAD' ? {} : await readBody(c, locale);
  return { ...Object.fromEntries(query), ...body, ...c.req.param() };
}

async function readBody(c: HttpContext, locale: Locale): Promise<Record<string, unknown>> {
  const text = await c.req.text();
  if (text.trim() === '') return {};
  if (!JSON_TYPE.test(c.req.header('content-type') ?? '')) throw new AppError('UNSUPPORTED_BODY');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new AppError('MALFORMED_BODY');
  }
  return parseInput(Body, body, locale);
}
