import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { failAfterEffect, failBeforeEffect } from '../faults/over-http.ts';
import type { SandboxEnv, World } from '../world.ts';

const LoginBody = z.object({ username: z.string(), password: z.string() });

/** The operator's sign-in service as document 002 §5.1 has it: its two calls, its JSON. Errors are statuses; the document has no body for them. */
export function authRoutes(world: World) {
  return new Hono<SandboxEnv>()
    .post('/api/v1/auth/login', (c) =>
      answer(c, world, 'login', async () => {
        const body = LoginBody.safeParse(await c.req.json().catch(() => undefined));
        if (!body.success) return { status: 400, username: null };
        const { username, password } = body.data;
        const user = world.directory.find(username);
        if (!user || user.password !== password) return { status: 401, username };
        if (user.disabled) return { status: 403, username };
        const json = {
          access_token: world.directory.issue(user, world.now()),
          token_type: 'bearer',
          expires_in: world.directory.expiresIn,
          user_info: { user_id: user.userId, username, name: user.name, roles: user.roles },
        };
        return { status: 200, username, json };
      }),
    )
    .get('/api/v1/auth/validate', (c) =>
      answer(c, world, 'validate', async () => {
        const token = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
        if (token === undefined) return { status: 401, username: null };
        const user = world.directory.holder(token, world.now());
        const json = user ? { valid: true, permissions: user.permissions } : { valid: false, permissions: [] };
        return { status: 200, username: user?.username ?? null, json };
      }),
    );
}

interface Answer {
  status: 200 | 400 | 401 | 403;
  username: string | null;
  json?: object;
}

/** Faults before and after, and the record of what was asked. */
async function answer(
  c: Context<SandboxEnv>,
  world: World,
  operation: 'login' | 'validate',
  act: () => Promise<Answer>,
): Promise<Response> {
  const fault = world.faults.take(`auth.${operation}`);
  const note = (username: string | null, status: number) =>
    world.directory.requests.push({ at: new Date(world.now()).toISOString(), operation, username, status });
  const refused = await failBeforeEffect(c, fault);
  if (refused) {
    note(null, refused.status);
    return refused;
  }
  const { status, username, json } = await act();
  note(username, status);
  return (await failAfterEffect(c, fault)) ?? c.json(json ?? {}, status);
}
