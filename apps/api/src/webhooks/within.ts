/** Rejects when `work` takes longer than `longest` ms: a silent database must not hold a push. The work itself goes on. */
export function within<T>(work: Promise<T>, longest: number): Promise<T> {
  let timer: NodeJS.Timeout;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not answer in time')), longest);
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}
