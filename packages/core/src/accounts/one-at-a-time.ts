/**
 * Work under one name runs one after the other within this process, so that fifty guesses at once are counted like fifty in a row.
 * Across processes the guard's row decides; there, each process may have one guess under way.
 */
const tails = new Map<string, Promise<unknown>>();

export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = tails.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  tails.set(name, mine);
  try {
    return await mine;
  } finally {
    if (tails.get(name) === mine) tails.delete(name);
  }
}
