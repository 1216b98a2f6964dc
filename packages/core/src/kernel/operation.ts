import type { z } from 'zod';
import type { RateClass } from '../ports/rate-counter.ts';
import type { Permission } from './access.ts';
import type { Context } from './context.ts';

/**
 * - `query`: reads; no transaction of its own. Audited when it notes something (`ctx.audit`): looking at credentials.
 * - `command`: one transaction, always audited, may emit effects; no network inside.
 * - `effect`: no transaction around it: it talks to the network ("test credentials") or has to commit although it refuses
 *   (sign-in counts failures). Audited when it notes something or fails.
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
  /** What its calls count as; reads count as `read`, everything else as `write`. `login` and `mail` count by address. */
  rate?: RateClass;
  /** Staff may call it from the addresses on this list alone, when there are any (A-305, C-162). */
  allowlist?: 'credentials' | 'export';
  /** Its duration must not tell what it found; what it does ends in mails to strangers, so it counts as `mail`. */
  evenTime?: boolean;
  /** Asked by a timer, not by a person: doesn't keep an idle session alive (C-264). */
  background?: boolean;
  /** Input keys that never enter audit or logs. */
  secret?: readonly string[];
}

export interface Operation<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends OperationKind = OperationKind,
> extends OperationSpec<I, O> {
  name: string;
  kind: K;
  run(ctx: Context, input: z.output<I>): Promise<z.input<O>>;
}

function define<K extends OperationKind>(kind: K) {
  return <I extends z.ZodType, O extends z.ZodType>(name: string, spec: OperationSpec<I, O>) => ({
    /** A second call, so that TypeScript infers the literal types of the output from the schema and not from the body. */
    run: (run: Operation<I, O>['run']): Operation<I, O, K> => ({ ...spec, name, kind, run }),
  });
}

export const query = define('query');
export const command = define('command');
export const effect = define('effect');
