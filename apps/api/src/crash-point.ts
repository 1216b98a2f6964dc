import type { Ports } from '@forewarn/core/ports';
import { SQL_CRASH_POINTS } from './crash-at-sql.ts';

/** Moments at which dying is worst: between what happened outside and its being written down. */
export const CRASH_POINTS = [
  'answer.before-call',
  'answer.after-call',
  'mail.after-send',
  'ingest.after-read',
  ...SQL_CRASH_POINTS,
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

/** The ports, one of which kills the process at `point` (crash tests only); unchanged without one. */
export function withCrashPoint(ports: Ports, point: CrashPoint | undefined): Ports {
  const { provider, mailer, wire } = ports;
  const die = (at: CrashPoint) => {
    if (at === point) process.kill(process.pid, 'SIGKILL');
  };
  if (point === undefined) return ports;
  return {
    ...ports,
    provider: {
      ...provider,
      async sendAnswer(body, tag) {
        die('answer.before-call');
        const outcome = await provider.sendAnswer(body, tag);
        die('answer.after-call');
        return outcome;
      },
    },
    mailer: {
      ...mailer,
      async send(...args) {
        const result = await mailer.send(...args);
        die('mail.after-send');
        return result;
      },
    },
    wire: {
      ...wire,
      readAlert(...args) {
        const read = wire.readAlert(...args);
        die('ingest.after-read');
        return read;
      },
    },
  };
}
