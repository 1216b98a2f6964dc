import { z } from 'zod';
import { actorRef } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { command, query } from '../kernel/operation.ts';
import { SecurityThresholds } from './model.ts';
import { readThresholdSettings, writeThresholdSettings } from './store.ts';

/** As set by system admins; the defaults where nothing (or nothing readable) is. */
export async function readThresholds(ctx: Pick<Context, 'db'>): Promise<SecurityThresholds> {
  const stored = SecurityThresholds.safeParse(await readThresholdSettings(ctx));
  return stored.success ? stored.data : SecurityThresholds.parse({});
}

export const getThresholds = query('security.thresholds.get', {
  permission: 'security:config',
  summary: 'Shows from how many on something counts as suspicious.',
  input: z.object({}),
  output: SecurityThresholds,
}).run((ctx) => readThresholds(ctx));

export const updateThresholds = command('security.thresholds.update', {
  permission: 'security:config',
  summary: 'Changes from how many on something counts as suspicious; counts are per hour.',
  input: SecurityThresholds,
  output: SecurityThresholds,
}).run(async (ctx, after) => {
  const before = await readThresholds(ctx);
  await writeThresholdSettings(ctx, after, actorRef(ctx.actor), ctx.now());
  ctx.audit({ targetType: 'setting', targetId: 'security.thresholds', detail: { before, after } });
  return after;
});
