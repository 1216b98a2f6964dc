import type { Core, Tx } from '../kernel/context.ts';
import type { Effect, EffectPayloads, Topic } from '../kernel/effects.ts';

export interface EffectRun<T extends Topic = Topic> {
  outboxId: number;
  payload: EffectPayloads[T];
  /** 1 for the first try. */
  attempt: number;
  /** An earlier try was cut off (crash, lost lease): what it sent may have taken effect. */
  uncertain: boolean;
  deadline: Date | null;
  createdTime: Date;
}

export type AttemptOutcome = 'DONE' | 'NOT_SENT' | 'AMBIGUOUS' | 'REFUSED';

/** What one try came to. `settle` writes it down, in the transaction that closes the try. */
export interface EffectResult {
  outcome: AttemptOutcome;
  /** Redacted; shown to admins. */
  detail?: string;
  /** When to try again; absent: the effect is finished, for better or worse. */
  retryAt?: Date;
  /** Nothing was tried (the breaker is open): this try doesn't count. Goes with `retryAt`. */
  held?: boolean;
  /** Finished without success: a person has to look. */
  dead?: boolean;
  settle?: (tx: Tx, emit: (effect: Effect) => void) => Promise<void>;
}

/** Carries out one topic. Called with no transaction open; must be safe to call again after any interruption. */
export type EffectHandler<T extends Topic = Topic> = (core: Core, run: EffectRun<T>) => Promise<EffectResult>;

export type EffectHandlers = { [T in Topic]: EffectHandler<T> };
