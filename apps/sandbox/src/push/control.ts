import { Hono } from 'hono';
import { z } from 'zod';
import { check, readBody } from '../control-body.ts';
import type { SandboxEnv, World } from '../world.ts';
import { PushOptions, SigningOptions } from './options.ts';
import { pushAlerts } from './push-alerts.ts';
import { pushStatus, StatusEvent } from './push-status.ts';

const StatusCall = z.record(z.string(), z.unknown());

export function pushControl(world: World) {
  return new Hono<SandboxEnv>()
    .post('/push', async (c) => c.json({ results: await pushAlerts(world, await readBody(c, PushOptions)) }))
    .post('/status', async (c) => {
      const { signing, ...event } = await readBody(c, StatusCall);
      return c.json(await pushStatus(world, check(StatusEvent, event), check(SigningOptions, signing ?? {})));
    })
    .get('/pushes', (c) => {
      const alertId = c.req.query('alertId');
      const { records } = world.pushes;
      return c.json({ pushes: alertId ? records.filter((record) => record.alertId === alertId) : records });
    });
}
