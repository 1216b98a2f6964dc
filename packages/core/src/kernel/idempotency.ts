import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { actorRef } from './actor.ts';
import type { Context } from './context.ts';
import { AppError } from './errors.ts';
import type { Operation } from './operation.ts';
import { claimIdempotencyKey, storeIdempotentOutput } from './store.ts';

const VISIBLE_ASCII = /^[\x21-\x7e]{1,100}$/;

/** What a stored answer's ciphertext is bound to. */
export function outputPlace(scope: string, key: string): string {
  return `idempotency_keys.output.${scope}.${key}`;
}

/**
 * Runs `run` once per actor and `Idempotency-Key`. The key's row is written in the command's own transaction: a twin waits on it,
 * then gets the stored answer; when the first one fails the row is rolled back with it and the twin runs.
 * Only answers are kept (sealed): a refused command changed nothing, so it may be tried again under the same key.
 * Errors: `IDEMPOTENCY_KEY_INVALID`, `IDEMPOTENCY_KEY_REUSED` (the key belongs to another operation or input).
 */
export async function once<I extends z.ZodType, O extends z.ZodType>(
  ctx: Context,
  operation: Operation<I, O>,
  input: z.output<I>,
  run: () => Promise<z.input<O>>,
): Promise<z.input<O>> {
  const key = ctx.idempotencyKey;
  if (key === undefined) return run();
  if (!VISIBLE_ASCII.test(key)) throw new AppError('IDEMPOTENCY_KEY_INVALID');
  const scope = ctx.actor.kind === 'anonymous' ? `anonymous:${ctx.ip}` : actorRef(ctx.actor);
  const inputSha256 = createHash('sha256').update(JSON.stringify(input)).digest();
  const place = outputPlace(scope, key);

  const known = await claimIdempotencyKey(ctx.db, {
    scope,
    key,
    operation: operation.name,
    inputSha256,
    now: ctx.now(),
  });
  if (known) {
    if (known.operation !== operation.name || !known.inputSha256.equals(inputSha256)) {
      throw new AppError('IDEMPOTENCY_KEY_REUSED');
    }
    return JSON.parse(ctx.ports.cipher.open(known.outputEnc, place).toString('utf8'));
  }
  const output = await run();
  await storeIdempotentOutput(ctx.db, scope, key, ctx.ports.cipher.seal(JSON.stringify(output), place));
  return output;
}
