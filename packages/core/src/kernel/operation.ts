import type { z } from 'zod';
import type { Permission } from './access.ts';
import type { Context } from './context.ts';

/**
 * - `query`: reads; no transaction of its own.
 * - `command`: one transaction, audited, may emit effects; no network inside.
 * - `effect`: talks to the network ("test credentials"); no transaction.
 */
export type OperationKind = 'query' | 'command' | 'effect';

/** `public`: anyone; `signed-in`: any actor about themselves; else a permission of the actor's roles. */
export type Requirement = Permission | 'public' | 'signed-in';

export interface OperationSpec<I extends z.ZodType, O extends z.ZodType> {
  permission: Requirement;
  input: I;
  output: O;
  /** One English sentence for the OpenAPI document. */
  summary: string;
  /** A suspended merchant may still do it. Queries always may. */
  whileSuspended?: boolean;
  /** Input keys that never enter audit or logs. */
  secret?: readonly string[];
}

export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends OperationSpec<I, O> {
  name: string;
  kind: OperationKind;
  run(ctx: Context, input: z.output<I>): Promise<z.input<O>>;
}

function define(kind: OperationKind) {
  return <I extends z.ZodType, O extends z.ZodType>(name: string, spec: OperationSpec<I, O>) => ({
    /** A second call, so that TypeScript infers the literal types of the output from the schema and not from the body. */
    run: (run: Operation<I, O>['run']): Operation<I, O> => ({ ...spec, name, kind, run }),
  });
}

export const query = define('query');
export const command = define('command');
export const effect = define('effect');
