import { Hono } from 'hono';
import { readBody } from '../control-body.ts';
import type { SandboxEnv, World } from '../world.ts';
import { FaultOrder } from './model.ts';

export function faultControl(world: World) {
  return new Hono<SandboxEnv>()
    .get('/faults', (c) => c.json({ faults: world.faults.list(), targets: world.faults.targets }))
    .post('/faults', async (c) => c.json(world.faults.add(await readBody(c, FaultOrder))))
    .delete('/faults', (c) => {
      world.faults.clear(c.req.query('target'));
      return c.json({ faults: world.faults.list() });
    });
}
