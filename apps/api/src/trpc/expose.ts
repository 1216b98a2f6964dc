import { pickLocale } from '@forewarn/core/kernel/locale';
import type { Operation } from '@forewarn/core/kernel/operation';
import { toAppError } from '@forewarn/core/kernel/to-app-error';
import type { RateVerdict } from '@forewarn/core/ports/rate-counter';
import { initTRPC, type TRPCMutationProcedure, type TRPCQueryProcedure } from '@trpc/server';
import type { z } from 'zod';
import type { Doors } from '../http/doors.ts';
import { perform, type Visit } from '../http/perform.ts';
import { presentError } from '../http/present-error.ts';
import { asTrpcError, fromTrpcError } from './errors.ts';

export interface TrpcContext {
  doors: Doors;
  visit: Visit;
  /** Called with the state of the limit for each procedure of the request. */
  onRate(verdict: RateVerdict): void;
}

/** What a procedure was made of, for tables and tests that go through all of them. */
export interface ProcedureMeta {
  operation: Operation;
}

const t = initTRPC
  .context<TrpcContext>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter({ error, shape, ctx }) {
      const appError = fromTrpcError(error);
      const { caller } = ctx?.visit ?? {};
      const presented = presentError(appError, caller?.requestId ?? '', caller?.locale ?? pickLocale(undefined));
      return { code: shape.code, message: presented.message, data: { ...presented, httpStatus: appError.spec.status } };
    },
  });

export const { router } = t;

interface Wire<I extends z.ZodType, O extends z.ZodType> {
  input: z.input<I>;
  output: z.output<O>;
  meta: unknown;
}

/** Mounts an operation: a query of core is a query here, a command or effect a mutation. `execute()` parses; nothing is parsed twice. */
export function expose<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O, 'query'>,
): TRPCQueryProcedure<Wire<I, O>>;
export function expose<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O, 'command' | 'effect'>,
): TRPCMutationProcedure<Wire<I, O>>;
export function expose(operation: Operation): unknown {
  const procedure = t.procedure.meta({ operation }).input((input: unknown) => input);
  const run = async ({ ctx, input }: { ctx: TrpcContext; input: unknown }) => {
    try {
      return await perform(ctx.doors, ctx.visit, operation, input, ctx.onRate);
    } catch (error) {
      throw asTrpcError(toAppError(error));
    }
  };
  return operation.kind === 'query' ? procedure.query(run) : procedure.mutation(run);
}
