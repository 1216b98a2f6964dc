import type { Db, Tx } from '@forewarn/db';
import type { Ports } from '../ports/index.ts';
import type { Scope } from './access.ts';
import type { Actor } from './actor.ts';
import type { Effect } from './effects.ts';
import type { Locale } from './locale.ts';

export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** The pool, or the transaction that is open. */
export type Executor = Db | Tx;
export type { Db, Tx };

/** What stays the same for the whole process: made once, in the composition root. */
export interface Core {
  db: Db;
  ports: Ports;
  log: Logger;
  /** The clock: tests give a fixed one; nothing in core reads the system's time. */
  now(): Date;
}

/** One caller's one request (or job run). */
export interface Caller {
  actor: Actor;
  requestId: string;
  ip: string;
  userAgent: string;
  locale: Locale;
  /** What the caller's device says it is: a cookie's or `X-Device` header's random id. Proves nothing before a sign-in has made it known. */
  device?: string;
  /** ISO 3166 code, where a trusted proxy names it. */
  country?: string;
  /** REST's `Idempotency-Key`: a command sent twice under one key runs once and answers the same twice. */
  idempotencyKey?: string;
}

export interface AuditNote {
  targetType?: string;
  targetId?: string | number;
  /** Redacted by its writer: no secrets, no card data. */
  detail?: Record<string, unknown>;
  /** What changed, from and to: the changed fields alone (`changed()`), redacted as `detail` is. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** Who acted, where that is known only now: whoever has just signed in. */
  actor?: Actor;
}

/** What `run` gets. `db` is the open transaction in a command, the pool otherwise. */
export interface Context extends Core, Caller {
  db: Executor;
  /** Over whose data the operation may go; set by `execute()` from the permission. */
  scope: Scope;
  /** Announces an effect outside the database; its row is committed with the change. */
  emit(effect: Effect): void;
  /** Adds to the audit row that every command leaves; a query or effect leaves one when it notes something. */
  audit(note: AuditNote): void;
  /** Runs once the change is committed (in a query or effect: once it has returned): for caches of this process, nothing that may fail. */
  afterCommit(act: () => void): void;
}
