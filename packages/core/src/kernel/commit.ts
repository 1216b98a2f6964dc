import { inTransaction, type Tx } from '@forewarn/db';
import type { Core } from './context.ts';
import type { Effect } from './effects.ts';
import { insertEffects } from './store.ts';

/** One transaction whose effects are committed with it and rung for afterwards. `work` may run again after a deadlock. */
export async function commit<T>(core: Core, work: (tx: Tx, emit: (effect: Effect) => void) => Promise<T>): Promise<T> {
  let announced = 0;
  const result = await inTransaction(core.db, async (tx) => {
    const effects: Effect[] = [];
    const value = await work(tx, (effect) => effects.push(effect));
    await insertEffects(tx, effects, core.now());
    announced = effects.length;
    return value;
  });
  if (announced > 0) core.ports.bell.ring('outbound');
  return result;
}
