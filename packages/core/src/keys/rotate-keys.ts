import { z } from 'zod';
import { actorRef } from '../kernel/actor.ts';
import { command } from '../kernel/operation.ts';
import { Rotation } from './model.ts';
import { PARTS } from './parts.ts';
import { insertRotation, latestRotation, partsOf } from './rotation-store.ts';
import { toRotation } from './rotation-view.ts';

/**
 * C-157: has the workers seal everything anew with the first of `DATA_KEYS`. Asked for again while it runs, it is the same run; a run
 * towards another key ends. Two requests at the very same moment may make two runs: the second finds nothing left to do.
 */
export const rotateKeys = command('keys.rotate', {
  permission: 'key:rotate',
  input: z.object({}),
  output: Rotation,
  summary: 'Starts re-sealing everything that is sealed with a former data key; the workers do it while running.',
}).run(async (ctx) => {
  const targetKey = ctx.ports.cipher.keyIds[0] ?? '';
  ctx.audit({ targetType: 'key', targetId: targetKey });
  let row = await latestRotation(ctx.db);
  if (row?.status !== 'RUNNING' || row.targetKey !== targetKey) {
    const parts = PARTS.map(({ name }) => name);
    await insertRotation(ctx.db, { targetKey, requestedBy: actorRef(ctx.actor), now: ctx.now(), parts });
    row = await latestRotation(ctx.db);
  }
  if (!row) throw new Error('the rotation written a moment ago is gone');
  return toRotation(row, await partsOf(ctx.db, row.id), new Map());
});
