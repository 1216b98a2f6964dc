import { isUnavailable } from '@forewarn/db';
import type { z } from 'zod';
import type { Scope } from './access.ts';
import { commit } from './commit.ts';
import type { AuditNote, Caller, Context, Core } from './context.ts';
import { AppError, type ErrorCode } from './errors.ts';
import { evenly } from './even-time.ts';
import { once } from './idempotency.ts';
import type { Operation } from './operation.ts';
import { insertAudit } from './store.ts';
import { parseInput } from './validation.ts';

/** Not worth an audit row: nothing was attempted on anybody's data. */
const UNAUDITED = new Set<ErrorCode>(['VALIDATION_FAILED', 'UNAUTHENTICATED', 'SESSION_ENDED']);

/** What one run of an operation has gathered; emptied when its transaction is run again. */
interface Gathered {
  notes: AuditNote[];
  afterCommit: (() => void)[];
}

/**
 * The one door to every business verb: permission → parse → (command) transaction → run → audit row → outbox rows → commit → check the output.
 * Errors: {@link AppError} for what a caller may see; anything else is ours and is hidden by the transport.
 */
export function execute<I extends z.ZodType, O extends z.ZodType>(
  core: Core,
  caller: Caller,
  operation: Operation<I, O>,
  rawInput: unknown,
): Promise<z.output<O>> {
  const now = () => executeNow(core, caller, operation, rawInput);
  return operation.evenTime ? evenly(now) : now();
}

async function executeNow<I extends z.ZodType, O extends z.ZodType>(
  core: Core,
  caller: Caller,
  operation: Operation<I, O>,
  rawInput: unknown,
): Promise<z.output<O>> {
  const gathered: Gathered = { notes: [], afterCommit: [] };
  try {
    const scope = authorize(caller, operation);
    const input = parseInput(operation.input, rawInput, caller.locale);
    const raw = await (operation.kind === 'command'
      ? runCommand(core, caller, operation, input, scope, gathered)
      : runOutside(core, caller, operation, input, scope, gathered));
    for (const act of gathered.afterCommit) act();
    return operation.output.parse(raw);
  } catch (error) {
    if (operation.kind !== 'query') await recordFailure(core, caller, operation, gathered.notes, error);
    if (isUnavailable(error)) throw new AppError('UNAVAILABLE', undefined, { cause: error });
    throw error;
  }
}

function authorize(caller: Caller, operation: Operation): Scope {
  const { actor } = caller;
  const { permission } = operation;
  if (actor.kind === 'system') return 'all';
  if (permission === 'public') return 'own';
  if (actor.kind === 'anonymous') throw new AppError('UNAUTHENTICATED');
  const scope = permission === 'signed-in' ? 'own' : actor.grants[permission];
  if (!scope) throw new AppError('FORBIDDEN');
  if (actor.kind === 'staff' && actor.mustSetUpTotp && permission !== 'signed-in')
    throw new AppError('TOTP_SETUP_REQUIRED');
  if (actor.kind === 'staff' && actor.unconfirmed && operation.kind !== 'query')
    throw new AppError('SIGN_IN_UNCONFIRMED');
  const suspended = actor.kind === 'merchant' && actor.merchantStatus === 'SUSPENDED';
  if (suspended && operation.kind !== 'query' && !operation.whileSuspended) throw new AppError('MERCHANT_SUSPENDED');
  return scope;
}

async function runCommand<I extends z.ZodType, O extends z.ZodType>(
  core: Core,
  caller: Caller,
  operation: Operation<I, O>,
  input: z.output<I>,
  scope: Scope,
  gathered: Gathered,
): Promise<z.input<O>> {
  return commit(core, async (tx, emit) => {
    for (const list of Object.values(gathered)) list.length = 0;
    const ctx: Context = {
      ...core,
      ...caller,
      db: tx,
      scope,
      emit,
      audit: (note) => gathered.notes.push(note),
      afterCommit: (act) => gathered.afterCommit.push(act),
    };
    return once(ctx, operation, input, async () => {
      const output = await operation.run(ctx, input);
      await insertAudit(tx, caller, auditRow(operation.name, gathered.notes, 'OK', core.now()));
      return output;
    });
  });
}

async function runOutside<I extends z.ZodType, O extends z.ZodType>(
  core: Core,
  caller: Caller,
  operation: Operation<I, O>,
  input: z.output<I>,
  scope: Scope,
  gathered: Gathered,
): Promise<z.input<O>> {
  const ctx: Context = {
    ...core,
    ...caller,
    scope,
    emit: () => {
      throw new Error('Only a command may emit effects');
    },
    audit: (note) => gathered.notes.push(note),
    afterCommit: (act) => gathered.afterCommit.push(act),
  };
  const output = await operation.run(ctx, input);
  if (gathered.notes.length > 0)
    await insertAudit(core.db, caller, auditRow(operation.name, gathered.notes, 'OK', core.now()));
  return output;
}

function auditRow(action: string, notes: readonly AuditNote[], result: string, at: Date) {
  const merged: AuditNote = Object.assign({}, ...notes);
  const { targetType = '', targetId = '', actor } = merged;
  const detail: Record<string, unknown> = Object.assign({}, ...notes.map((note) => note.detail));
  // An act that failed has changed nothing.
  if (result === 'OK') {
    for (const side of ['before', 'after'] as const) {
      if (merged[side]) detail[side] = Object.assign({}, ...notes.map((note) => note[side]));
    }
  }
  return { action, targetType, targetId: String(targetId), result, detail, at, ...(actor && { actor }) };
}

/** Refused and failed acts leave a trace too, outside the rolled-back transaction; a second failure here must not hide the first. */
async function recordFailure(
  core: Core,
  caller: Caller,
  operation: Operation,
  notes: readonly AuditNote[],
  error: unknown,
): Promise<void> {
  const result = error instanceof AppError ? error.code : 'INTERNAL';
  if (UNAUDITED.has(result) || isUnavailable(error)) return;
  try {
    await insertAudit(core.db, caller, auditRow(operation.name, notes, result, core.now()));
  } catch (second) {
    core.log.error(
      { err: second, operation: operation.name, requestId: caller.requestId },
      'audit row could not be written',
    );
  }
}
