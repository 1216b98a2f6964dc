import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDir, logDir } from '../paths.mjs';
import { supervise } from '../run/supervise.mjs';
import { waitFor } from '../run/wait.mjs';
import { pongs } from './probes.mjs';

/**
 * Starts a private Redis with its data in `home/redis`. `noeviction`, because an evicted lock or job is worse than a
 * refused write.
 * @returns {{ url, port, pid, command, args, log }}
 */
export async function startRedis(run, { home, program, ports, secrets, onPid, supervised = true }) {
  const dir = ensureDir(join(home, 'redis'), 0o700);
  const log = join(logDir(home), 'redis.log');
  let taken;
  for (let attempt = 1; ; attempt += 1) {
    const port = await ports.pick('redis', { except: taken });
    const settings = {
      bind: '127.0.0.1',
      port,
      dir: JSON.stringify(dir),
      requirepass: secrets.redis,
      appendonly: 'yes',
      appendfsync: 'everysec',
      save: '""',
      'maxmemory-policy': 'noeviction',
      daemonize: 'no',
    };
    const conf = join(dir, 'redis.conf');
    writeFileSync(
      conf,
      Object.entries(settings)
        .map((pair) => `${pair.join(' ')}\n`)
        .join(''),
      { mode: 0o600 },
    );
    const spec = { name: 'redis', command: program, args: [conf], cwd: dir, log, graceMs: 2000, tier: 2 };
    const server = { port, command: program, args: [conf], log };
    spec.ready = (child) => waitFor(child, () => pongs(port, secrets.redis), { log, timeoutMs: 30_000 });
    try {
      await supervise(run, { ...spec, keep: supervised }, (pid) => {
        server.pid = pid;
        onPid?.(pid);
      });
      return Object.assign(server, { url: `redis://:${secrets.redis}@127.0.0.1:${port}` });
    } catch (error) {
      if (attempt === 3 || !/address already in use/i.test(error.hint ?? '')) throw error;
      taken = port;
    }
  }
}
