import { Hono } from 'hono';
import { z } from 'zod';
import { readBody } from '../control-body.ts';
import { ControlError } from '../control-error.ts';
import type { SandboxEnv, World } from '../world.ts';
import { AuthUser } from './directory.ts';

const UserName = z.strictObject({ username: z.string().min(1) });
const Expiry = z.strictObject({ expiresIn: z.int().min(1) });

/** Who can sign in at the service, and whose tokens end. */
export function authControl(world: World) {
  return new Hono<SandboxEnv>()
    .get('/auth', (c) => c.json({ users: world.directory.users(), requests: world.directory.requests }))
    .post('/auth/users', async (c) => c.json(world.directory.put(await readBody(c, AuthUser))))
    .post('/auth/users/disable', async (c) => {
      const { username } = await readBody(c, UserName);
      const user = world.directory.find(username);
      if (!user) throw new ControlError(404, `The sign-in service knows no "${username}".`);
      return c.json(world.directory.put({ ...pick(user), disabled: true }));
    })
    .post('/auth/tokens/end', async (c) => {
      const { username } = await readBody(c, UserName);
      world.directory.endTokens(username);
      return c.json({ ended: true });
    })
    .post('/auth/expiry', async (c) => {
      const { expiresIn } = await readBody(c, Expiry);
      world.directory.expiresIn = expiresIn;
      return c.json({ expiresIn });
    });
}

function pick({ userId: _, ...user }: z.infer<typeof AuthUser> & { userId: string }) {
  return user;
}
