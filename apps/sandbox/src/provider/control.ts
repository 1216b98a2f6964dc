import { Hono } from 'hono';
import { z } from 'zod';
import { readBody } from '../control-body.ts';
import { ControlError } from '../control-error.ts';
import type { SandboxEnv, World } from '../world.ts';

/** How an enrolment stands from now on, without telling the platform: as if the callback had got lost. UNKNOWN: it never came. */
const Decision = z.strictObject({
  cardRef: z.string(),
  status: z.enum(['REGISTERED', 'PENDING', 'FAILED', 'CLOSED', 'UNKNOWN']),
  errorCode: z.string().optional(),
});

export function providerControl(world: World) {
  return new Hono<SandboxEnv>()
    .get('/registrations', (c) =>
      c.json({
        requests: world.ledger.requestsOf('register', 'close', 'status'),
        effects: world.ledger.enrolments,
        registrations: [...world.ledger.registrations.values()],
      }),
    )
    .post('/registrations', async (c) => {
      const { cardRef, status, errorCode } = await readBody(c, Decision);
      const registration = world.ledger.registrations.get(cardRef);
      if (!registration) throw new ControlError(404, 'No such cardRef is enrolled.');
      if (status === 'UNKNOWN') world.ledger.registrations.delete(cardRef);
      else Object.assign(registration, { status, errorCode: errorCode ?? null });
      return c.json({ cardRef, status });
    })
    .get('/feedback', (c) => c.json({ requests: world.ledger.requestsOf('feedback'), effects: world.ledger.feedback }))
    .get('/pings', (c) => c.json({ requests: world.ledger.requestsOf('ping') }));
}
