import { Hono } from 'hono';
import { ControlError } from '../control-error.ts';
import type { SandboxEnv, World } from '../world.ts';

export function mailControl(world: World) {
  return new Hono<SandboxEnv>()
    .get('/mails', (c) => c.json(world.inbox.find({ to: c.req.query('to'), subject: c.req.query('subject') })))
    .get('/mails/:id/raw', (c) => {
      const raw = world.inbox.raw(Number(c.req.param('id')));
      if (!raw) throw new ControlError(404, 'No such mail.');
      return c.body(new Uint8Array(raw), 200, { 'Content-Type': 'text/plain; charset=utf-8' });
    })
    .delete('/mails', (c) => {
      world.inbox.clear();
      return c.json({ deleted: true });
    });
}
