import { readConfig } from './config.ts';
import { startSandbox } from './sandbox.ts';

/** The platform remembers alerts over restarts of the sandbox, so each run counts on from the ms since this day. */
const COUNTING_SINCE = Date.UTC(2024, 0, 1);

try {
  const config = readConfig();
  const firstAlert = config.firstAlert ?? Date.now() - COUNTING_SINCE;
  const sandbox = await startSandbox({ ...config, firstAlert });
  const ready = { ready: true, http: sandbox.http, smtp: sandbox.smtp, mail: `${sandbox.http}/mail` };
  process.stdout.write(`${JSON.stringify(ready)}\n`);

  const stop = () => void sandbox.stop().finally(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(78);
}
