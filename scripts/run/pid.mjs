import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * When the process was started, as an opaque text, or undefined if there is no such living process.
 * A pid alone is not an identity: the system reuses it, perhaps for something that isn't ours.
 */
export function startTime(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  if (process.platform === 'linux') {
    const fields = procStat(pid);
    return fields && (!'ZX'.includes(fields.state) || hasOtherThreads(pid)) ? fields.start : undefined;
  }
  try {
    const out = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
    return out === '' || out.startsWith('Z') ? undefined : out.replace(/^\S+\s+/, '');
  } catch {
    return undefined;
  }
}

/** Is the process that was seen as `{ pid, start }` still there? */
export const isAlive = ({ pid, start }) => start !== undefined && startTime(pid) === start;

/** The parent of a process, or undefined where /proc doesn't tell. */
export const parentOf = (pid) => procStat(pid)?.parent;

/** The program's short name, or '' where /proc doesn't tell. */
export const nameOf = (pid) => procStat(pid)?.name ?? '';

/** Sends a signal to the process group led by `pid`, or to the process alone if it leads none. */
export function signalGroup(pid, signal) {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return true;
    } catch {
      // No such group: try the process; no such process: nothing to do.
    }
  }
  return false;
}

/** A killed server is a zombie already while its threads still end; until then its sockets and locks are held. */
function hasOtherThreads(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).length > 1;
  } catch {
    return false;
  }
}

function procStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may itself hold blanks and parentheses.
    const rest = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
    return { name, state: rest[0], parent: Number(rest[1]), start: rest[19] };
  } catch {
    return undefined;
  }
}
