import type { Db } from '@forewarn/db';
import type { Actor } from '../kernel/actor.ts';
import { ANONYMOUS } from '../kernel/actor.ts';
import type { Caller, Core } from '../kernel/context.ts';
import type { Ports } from '../ports/index.ts';
import { type TestClock, testClock } from './clock.ts';
import { type Recorded, testPorts } from './ports.ts';

export interface LogLine {
  level: 'debug' | 'info' | 'warn' | 'error';
  fields: object;
  message: string;
}

/** A core for tests: a clock moved by hand, and what was rung, mailed and logged. */
export interface TestCore extends Core, Recorded {
  clock: TestClock;
  logs: LogLine[];
}

export interface TestCoreOptions extends Partial<Ports> {
  db: Db;
  clock?: TestClock;
}

/** `testCore({ db, provider: myProvider })`: any port can be replaced. */
export function testCore({ db, clock = testClock(), ...ports }: TestCoreOptions): TestCore {
  const recorded: Recorded = { rings: [], mails: [] };
  const logs: LogLine[] = [];
  const at = (level: LogLine['level']) => (fields: object, message: string) => {
    logs.push({ level, fields, message });
  };
  const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  return { db, clock, log, logs, now: clock.now, ports: testPorts(recorded, ports), ...recorded };
}

export function testCaller(actor: Actor = ANONYMOUS, overrides: Partial<Caller> = {}): Caller {
  return { actor, requestId: crypto.randomUUID(), ip: '127.0.0.1', userAgent: 'test', locale: 'en', ...overrides };
}
