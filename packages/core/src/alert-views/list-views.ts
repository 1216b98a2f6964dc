import { z } from 'zod';
import { query } from '../kernel/operation.ts';
import { AlertViews } from './model.ts';
import { viewsOf } from './store.ts';
import { ownerOf, toView } from './view.ts';

/** The caller's own views of the alert list. */
export const listAlertViews = query('alertViews.list', {
  permission: 'alert:view',
  summary: 'Lists the saved views of the alert list that the caller keeps, in their order.',
  input: z.object({}),
  output: AlertViews,
}).run(async (ctx) => ({ records: (await viewsOf(ctx, ownerOf(ctx))).map(toView) }));
