/** What the tests are told by their environment (`npm test` sets it). */
export function chromiumPath(): string {
  return process.env.CHROMIUM ?? '/usr/bin/chromium';
}
