import { actorRef } from '../kernel/actor.ts';
import { query } from '../kernel/operation.ts';
import { insertViewed } from './detail-store.ts';
import { AlertDetail, AlertId } from './model.ts';
import { viewAlert } from './view-alert.ts';

/**
 * one alert with everything known about it. The first time each of its merchant's people opens it, its history says so;
 * later looks read one index entry and write nothing.
 */
export const getAlert = query('alerts.get', {
  permission: 'alert:view',
  input: AlertId,
  output: AlertDetail,
  summary: 'One alert with its timeline and answer.',
}).run(async (ctx, { id }) => {
  const alert = await viewAlert(ctx, id);
  if (ctx.actor.kind === 'merchant') await insertViewed(ctx.db, alert.id, actorRef(ctx.actor), ctx.now());
  return alert;
});
