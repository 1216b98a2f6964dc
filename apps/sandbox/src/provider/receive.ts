import type { Context } from 'hono';
import type { z } from 'zod';
import { describeIssues } from '../control-body.ts';
import { failAfterEffect, failBeforeEffect } from '../faults/over-http.ts';
import { sha256 } from '../signature/sign.ts';
import { verify } from '../signature/verify.ts';
import type { SandboxEnv, World } from '../world.ts';
import type { CallName, Ledger } from './ledger.ts';
import { type Answer, refuse } from './wire.ts';

interface Call<T extends z.ZodType> {
  name: CallName;
  body: T;
  /** What the call does, once its signature and body are right. */
  act(body: z.infer<T>, at: string, bodySha256: string): Answer;
}

/** A handler that records the request, lets faults strike, checks signature and body, acts and answers. */
export function receive<T extends z.ZodType>(world: World, call: Call<T>) {
  return async (c: Context<SandboxEnv>): Promise<Response> => {
    const raw = Buffer.from(await c.req.arrayBuffer());
    const fields = c.req.method === 'GET' ? c.req.query() : parse(raw);
    const at = new Date(world.now()).toISOString();
    const fault = world.faults.take(`provider.${call.name}`);
    const request = world.ledger.receive({
      call: call.name,
      at,
      headers: c.req.header(),
      bodySha256: sha256(raw),
      body: fields ?? raw.toString('utf8'),
      alertId: text(fields?.alertId),
      cardRef: text(fields?.cardRef ?? c.req.param('cardRef')),
      idempotencyKey: text(fields?.idempotencyKey),
      fault: fault?.mode ?? null,
      code: null,
      effect: false,
    });
    const early = await failBeforeEffect(c, fault);
    if (early) return early;

    const before = effects(world.ledger);
    const answer = decide(world, call, { c, raw, fields, at, bodySha256: request.bodySha256 });
    request.code = answer.code;
    request.effect = effects(world.ledger) > before;
    const { httpStatus, ...body } = answer;
    return (await failAfterEffect(c, fault)) ?? c.json(body, httpStatus);
  };
}

interface Received {
  c: Context<SandboxEnv>;
  raw: Buffer;
  fields: Record<string, unknown> | null;
  at: string;
  bodySha256: string;
}

function decide<T extends z.ZodType>({ settings, now }: World, call: Call<T>, received: Received): Answer {
  const { c, raw, fields, at, bodySha256 } = received;
  const verdict = verify(
    {
      timestamp: c.req.header('X-Timestamp'),
      signature: c.req.header('X-Signature'),
      rawBody: raw,
      fields: fields ?? {},
    },
    { key: settings.signKey, scheme: settings.scheme, now: now() },
  );
  if (!verdict.ok) return refuse(4010, `signature refused: ${verdict.reason}`, 401);
  if (c.req.method !== 'GET' && !/^application\/json\b/i.test(c.req.header('Content-Type') ?? '')) {
    return refuse(4001, 'Content-Type must be application/json', 400);
  }
  if (!fields) return refuse(4001, 'the body must be a JSON object', 400);
  if ('signKey' in fields && (!settings.literalSignKey || fields.signKey !== settings.signKey)) {
    return refuse(4001, 'signKey: a secret does not belong in a body', 400);
  }
  // What stands in the path counts as a field, but isn't signed as one.
  const parsed = call.body.safeParse({ ...fields, ...c.req.param() });
  if (!parsed.success) return refuse(4001, describeIssues(parsed.error).join('; '), 400);
  if (fields.merchantNo !== undefined && fields.merchantNo !== settings.merchantNo) {
    return refuse(4011, 'unknown merchantNo');
  }
  return call.act(parsed.data, at, bodySha256);
}

function parse(raw: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(raw.toString('utf8'));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function effects({ enrolments, feedback }: Ledger): number {
  return enrolments.length + feedback.length;
}
