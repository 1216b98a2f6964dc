import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { Failure } from '../failure.mjs';
import { ensureDir, idOf } from '../paths.mjs';

/**
 * The ports of one home directory. Each name keeps its port from run to run as long as it is free. A fresh clone
 * begins at a place of its own between 20000 and 29990, below the range that systems take outgoing ports from, so
 * that two clones started at the same instant don't reach for the same one.
 */
export function openPorts(home) {
  const file = join(home, 'ports.json');
  const known = readJson(file);
  const taken = new Set();
  let next = 20_000 + (Number.parseInt(idOf(home).slice(0, 6), 16) % 1000) * 10;

  const save = (name, port) => {
    known[name] = port;
    taken.add(port);
    writeFileSync(join(ensureDir(dirname(file)), 'ports.json'), `${JSON.stringify(known, null, 2)}\n`);
    return port;
  };
  return {
    /** A free port for `name`. `except`: a port that just turned out to be taken. */
    async pick(name, { except } = {}) {
      const last = known[name];
      if (last && last !== except && !taken.has(last) && (await isFree(last))) return save(name, last);
      for (;;) {
        const port = next;
        next = next >= 29_999 ? 20_000 : next + 1;
        if (port !== except && !taken.has(port) && !Object.values(known).includes(port) && (await isFree(port)))
          return save(name, port);
      }
    },
    /** The port the user asked for by an environment variable, or a Failure that names it. */
    async require(variable, value) {
      const port = Number(value);
      if (!Number.isInteger(port) || port < 1 || port > 65_535) {
        throw new Failure(`${variable}=${value} is no port number`, {
          hint: `Give a number from 1 to 65535, or leave ${variable} out.`,
          exitCode: 78,
        });
      }
      if (!(await isFree(port))) {
        throw new Failure(`port ${port} (from ${variable}) is taken by another program`, {
          hint: `Stop that program, or set another ${variable}, or leave ${variable} out: then a free port is chosen.`,
          exitCode: 75,
        });
      }
      taken.add(port);
      return port;
    },
  };
}

/** Can this port be listened on, at 127.0.0.1 and for everyone? */
export async function isFree(port) {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '0.0.0.0'));
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
