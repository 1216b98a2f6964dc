import { isUnavailable } from '@forewarn/db';
import type { z } from 'zod';
import { type Scope, scopeOf } from './access.ts';
import { commit } from './commit.ts';
import type { AuditNote, Caller, Context, Core } from './context.ts';
import { AppError } from './errors.ts';
import type { Operation } from './operation.ts';
import { insertAudit } from './store.ts';
import { parseInput } from './validation.ts';

/**
 * The one door to every business verb: permission → parse → (command) transaction → run → audit row → outbox rows → commit → check the output.
 * Errors: {@link AppError} for what a caller may see; anything else is ours and is hidden by the transport.
 */
export async function execute<I extends z.ZodType, O extends z.ZodType>(
  core: Core,
  caller: Caller,
  operation: Operation<I, O>,
  rawInput: unknown,
): Promise<z.output<O>> {
  try {
    const scope = authorize(caller, operation);
    const input = parseInput(operation.input, rawInput, caller.locale);
    const raw = await (operation.kind === 'command'
      ? runCommand(core, caller, operation, input, scope)
      : operation.run(bareContext(core, caller, scope), input));
    return operation.output.parse(raw);
  } catch (error) {
    if (isUnavailable(error)) throw new AppError('UNAVAILABLE', undefined, { cause: error });
    if (operation.kind !== 'query') await recordFailure(core, caller, operation, error);
    throw error;
  }
}

function authorize(caller: Caller, operation: Operation): Scope {
  const { actor } = caller;
  const { permission } = operation;
  if (actor.kind === 'system') return 'all';
  if (permission === 'public') return 'own';
  if (actor.kind === 'anonymous') throw new AppError('UNAUTHENTICATED');
  const scope = permission === 'signed-in' ? 'own' : scopeOf(actor.roles, permission);
  if (!scope) throw new AppError('FORBIDDEN');
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
): Promise<z.input<O>> {
  return commit(core, async (tx, emit) => {
    const notes: AuditNote[] = [];
    const ctx: Context = { ...core, ...caller, db: tx, scope, emit, audit: (note) => notes.push(note) };
    const output = await operation.run(ctx, input);
    await insertAudit(tx, caller, auditRow(operation.name, notes, 'OK', core.now()));
    return output;
  });
}

function bareContext(core: Core, caller: Caller, scope: Scope): Context {
  const refuse = () => {
    throw new Error('Only a command may emit effects');
  };
  return { ...core, ...caller, scope, emit: refuse, audit: () => undefined };
}

function auditRow(action: string, notes: readonly AuditNote[], result: string, at: Date) {
  const merged: AuditNote = Object.assign({}, ...notes);
  const detail = Object.assign({}, ...notes.map((note) => note.detail));
  return { action, targetType: merged.targetType ?? '', targetId: String(merged.targetId ?? ''), result, detail, at };
}

/** Refused and failed acts leave a trace too, outside the rolled-back transaction; a second failure here must not hide the first. */
async function recordFailure(core: Core, caller: Caller, operation: Operation, error: unknown): Promise<void> {
  const result = error instanceof AppError ? error.code : 'INTERNAL';
  if (result === 'VALIDATION_FAILED' || result === 'UNAUTHENTICATED') return;
  try {
    await insertAudit(core.db, caller, auditRow(operation.name, [], result, core.now()));
  } catch (second) {
    core.log.error(
      { err: second, operation: operation.name, requestId: caller.requestId },
      'audit row could not be written',
    );
  }
}
