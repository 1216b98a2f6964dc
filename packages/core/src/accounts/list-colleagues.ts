import { z } from 'zod';
import { query } from '../kernel/operation.ts';
import { ownCompany, toColleagues } from './colleague.ts';
import { usersOf } from './colleague-store.ts';
import { Colleagues } from './model.ts';

export const listColleagues = query('colleagues.list', {
  permission: 'colleague:view',
  summary: 'Lists the people of one’s own merchant, the owner first.',
  input: z.object({}),
  output: Colleagues,
}).run(async (ctx) => ({ records: await toColleagues(ctx, await usersOf(ctx, ownCompany(ctx))) }));
