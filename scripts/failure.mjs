/**
 * A failure whose message is written for the person at the terminal: what happened, and what to do (`hint`).
 * Anything else that is thrown is a bug of these scripts and is shown with its stack.
 */
export class Failure extends Error {
  constructor(message, { hint = '', exitCode = 1 } = {}) {
    super(message);
    this.hint = hint;
    this.exitCode = exitCode;
  }
}

/** Writes the failure to stderr and returns the exit status it asks for. */
export function report(error) {
  if (error instanceof Failure) {
    const hint = error.hint ? `\n${error.hint.replace(/^/gm, '  ')}` : '';
    process.stderr.write(`\nforewarn: ${error.message}${hint}\n`);
    return error.exitCode;
  }
  process.stderr.write(`\nforewarn: ${error?.stack ?? error}\n`);
  return 70;
}
