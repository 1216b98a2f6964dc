/** One line of figures in the run's output: what was measured, not only that it held. */
export function report(title: string, figures: object): void {
  process.stdout.write(`${title}: ${JSON.stringify(figures)}\n`);
}
