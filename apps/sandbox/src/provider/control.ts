import { Hono } from 'hono';
import type { SandboxEnv, World } from '../world.ts';

export function providerControl(world: World) {
  return new Hono<SandboxEnv>()
    .get('/registrations', (c) =>
      c.json({
        requests: world.ledger.requestsOf('register', 'close'),
        effects: world.ledger.enrolments,
        registrations: [...world.ledger.registrations.values()],
      }),
    )
    .get('/feedback', (c) => c.json({ requests: world.ledger.requestsOf('feedback'), effects: world.ledger.feedback }))
    .get('/pings', (c) => c.json({ requests: world.ledger.requestsOf('ping') }));
}
