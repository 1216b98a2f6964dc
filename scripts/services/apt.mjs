import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure.mjs';
import { ensureDir, shown } from '../paths.mjs';
import { tail } from '../run/child.mjs';

const POLICY = '/usr/sbin/policy-rc.d';
let updated = false;

/** Only root can, and only where there is apt. */
export const canUseApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/**
 * Installs the first of the alternatives (lists of packages) that works. The packages' own system services are not
 * started: Debian asks policy-rc.d first, and while we install it says no.
 */
export async function aptInstall(alternatives, log) {
  const policyIsOurs = !existsSync(POLICY);
  if (policyIsOurs) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    if (!updated) await apt(['update'], log);
    updated = true;
    for (const [index, packages] of alternatives.entries()) {
      try {
        await apt(['install', '-y', '--no-install-recommends', ...packages], log);
        return;
      } catch (error) {
        if (index === alternatives.length - 1) throw error;
      }
    }
  } finally {
    if (policyIsOurs) rmSync(POLICY, { force: true });
  }
}

function apt(args, log) {
  ensureDir(dirname(log));
  const fd = openSync(log, 'a');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  const child = spawn('apt-get', ['-o', 'DPkg::Lock::Timeout=120', '-qq', ...args], { env, stdio: ['ignore', fd, fd] });
  return new Promise((resolve, reject) => {
    const fail = (why) =>
      reject(
        new Failure(`apt-get ${args.join(' ')} failed (${why})`, {
          hint: `${tail(readFileSync(log, 'utf8'), 8)}\nfull log: ${shown(log)}\nIs the Debian mirror reachable from here?`,
          exitCode: 69,
        }),
      );
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => (code === 0 ? resolve() : fail(signal ?? `exit status ${code}`)));
  }).finally(() => closeSync(fd));
}
