import { actorRef } from '../kernel/actor.ts';
import { query } from '../kernel/operation.ts';
import { insertEvents } from './intake-store.ts';
import { AlertDetail, AlertId } from './model.ts';
import { viewAlert } from './view-alert.ts';

/** one alert with everything known about it. The first time its merchant opens it, its history says so. */
export const getAlert = query('alerts.get', {
  permission: 'alert:view',
  input: AlertId,
  output: AlertDetail,
  summary: 'One alert with its timeline and answer.',
}).run(async (ctx, { id }) => {
  const alert = await viewAlert(ctx, id);
  const seen = alert.timeline.some((event) => event.kind === 'VIEWED' && event.actorKind === 'merchant');
  if (ctx.actor.kind === 'merchant' && !seen) {
    await insertEvents(ctx.db, [{ alertRef: alert.id, kind: 'VIEWED', actor: actorRef(ctx.actor), at: ctx.now() }]);
  }
  return alert;
});
