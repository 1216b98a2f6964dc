import { Failure } from '../failure.mjs';
import { shown } from '../paths.mjs';
import { startChild, tail } from './child.mjs';

/**
 * Runs a program to its end and returns what it wrote. On failure: a Failure with the last lines and the log's path.
 * `spec` as startChild's; `what` names the step for the reader.
 */
export async function runTask(run, spec, what = spec.name) {
  const child = startChild(run, spec);
  const { code, signal, error } = await child.exited;
  const output = child.output();
  if (code === 0) return output;
  if (run.interrupted) throw new Failure(`${what} was interrupted`, { exitCode: 130 });
  const why = error ? error.message : signal ? `killed by ${signal}` : `exit status ${code}`;
  throw new Failure(`${what} failed (${why})`, {
    hint: `${tail(output)}\nfull log: ${shown(spec.log)}`,
    exitCode: code === 78 ? 78 : 1,
  });
}
