import type { Context } from 'hono';
import type { z } from 'zod';
import { ControlError } from './control-error.ts';
import type { SandboxEnv } from './world.ts';

/** The JSON body of a control call, checked; an empty body counts as `{}`. Throws a ControlError that names each field. */
export async function readBody<T extends z.ZodType>(c: Context<SandboxEnv>, schema: T): Promise<z.infer<T>> {
  const text = await c.req.text();
  return check(schema, text.trim() === '' ? {} : parseJson(text));
}

/** `value` as the schema wants it, or a ControlError that names each field. */
export function check<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ControlError(400, "The sandbox doesn't understand this call.", { issues: describeIssues(parsed.error) });
}

/** One line per problem, as `field: what is wrong`. */
export function describeIssues(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlError(400, 'The body of a control call must be JSON.');
  }
}
