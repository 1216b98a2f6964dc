import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { readBody } from '../control-body.ts';
import { failAfterEffect, failBeforeEffect } from '../faults/over-http.ts';
import type { SandboxEnv, World } from '../world.ts';
import { CHAT_VENDORS, type ChatVendor } from './room.ts';
import { JUDGES, refusalOf } from './vendors.ts';

/** The robots' addresses, at the vendors' own paths. `world.chats` is read anew each time, as a reset replaces it. */
export function chatRoutes(world: World) {
  return new Hono<SandboxEnv>()
    .post('/cgi-bin/webhook/send', (c) => post(world, c, 'wecom', c.req.query('key') ?? ''))
    .post('/robot/send', (c) => post(world, c, 'dingtalk', c.req.query('access_token') ?? ''))
    .post('/open-apis/bot/v2/hook/:token', (c) => post(world, c, 'feishu', c.req.param('token')))
    .post('/services/:team/:app/:token', (c) => post(world, c, 'slack', c.req.param('token')));
}

async function post(world: World, c: Context<SandboxEnv>, vendor: ChatVendor, token: string): Promise<Response> {
  const raw = await c.req.text();
  const fault = world.faults.take('chat.send');
  if (fault?.mode === 'redirect') return c.redirect('/__control/chats', 302);
  if (fault?.mode !== 'business') {
    const early = await failBeforeEffect(c, fault);
    if (early) return early;
  }
  const query = { timestamp: c.req.query('timestamp') ?? '', sign: c.req.query('sign') ?? '' };
  const now = world.now();
  const verdict =
    fault?.mode === 'business'
      ? refusalOf(vendor, fault.code ?? 4999)
      : JUDGES[vendor](world.chats, { token, raw, query, now });
  const { status, answer, text, body, headers = {} } = verdict;
  const shown = text !== '';
  world.chats.add({ at: new Date(now).toISOString(), vendor, token, text, body: parse(raw), answer, shown });
  const late = await failAfterEffect(c, fault);
  if (late) return late;
  return typeof body === 'string' ? c.text(body, status, headers) : c.json(body, status, headers);
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
}

const RobotBody = z.strictObject({
  vendor: z.enum(CHAT_VENDORS),
  token: z.string().min(8),
  secret: z.string().min(1).optional(),
  keyword: z.string().min(1).optional(),
});

export function chatControl(world: World) {
  return new Hono<SandboxEnv>()
    .get('/chats', (c) =>
      c.json({ posts: world.chats.find({ vendor: c.req.query('vendor'), token: c.req.query('token') }) }),
    )
    .post('/robots', async (c) => {
      const robot = await readBody(c, RobotBody);
      world.chats.describe(robot);
      return c.json(robot);
    });
}
