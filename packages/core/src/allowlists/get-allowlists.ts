import { z } from 'zod';
import { query } from '../kernel/operation.ts';
import { AllowlistsView } from './model.ts';
import { readAllowlists } from './store.ts';

export const getAllowlists = query('security.allowlists.get', {
  permission: 'allowlist:view',
  summary: 'Shows from which addresses the key interfaces may be called, and the caller’s own address.',
  input: z.object({}),
  output: AllowlistsView,
}).run(async (ctx) => ({ lists: await readAllowlists(ctx), callerAddress: ctx.ip }));
