/** The whole environment, for the processes the bench starts. */
export function benchEnvironment(): Record<string, string | undefined> {
  return process.env;
}
