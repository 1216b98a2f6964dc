import { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv, World } from '../world.ts';
import { close } from './close.ts';
import { feedback } from './feedback.ts';
import { receive } from './receive.ts';
import { register } from './register.ts';
import { enrolmentState } from './state.ts';
import { CloseBody, FeedbackBody, RegisterBody, succeed } from './wire.ts';

const StateQuery = z.object({ cardRef: z.string(), merchantNo: z.string().optional() });
const PingQuery = z.object({ merchantNo: z.string().optional() });

/** The provider's published face: what the platform calls. `world.ledger` is read anew each time, as a reset replaces it. */
export function providerRoutes(world: World) {
  return new Hono<SandboxEnv>()
    .post(
      '/api/tradefensor/register',
      receive(world, { name: 'register', body: RegisterBody, act: (body, at) => register(world.ledger, body, at) }),
    )
    .post(
      '/api/tradefensor/register/close',
      receive(world, { name: 'close', body: CloseBody, act: (body, at) => close(world.ledger, body, at) }),
    )
    .get(
      '/api/tradefensor/register/:cardRef',
      receive(world, {
        name: 'status',
        body: StateQuery,
        act: ({ cardRef }) => enrolmentState(world.ledger, cardRef),
      }),
    )
    .post(
      '/feedback',
      receive(world, {
        name: 'feedback',
        body: FeedbackBody,
        act: (body, at, bodySha256) => feedback(world.ledger, body, bodySha256, at),
      }),
    )
    .get(
      '/ping',
      receive(world, {
        name: 'ping',
        body: PingQuery,
        act: (_query, at) => succeed({ merchantNo: world.settings.merchantNo, time: at }),
      }),
    );
}
