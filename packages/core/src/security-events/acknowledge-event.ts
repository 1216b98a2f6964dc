import { actorName, actorRef } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { Acknowledgement, SecurityEvent } from './model.ts';
import { toSecurityEvent } from './security-event.ts';
import { acknowledge, eventById } from './store.ts';

/** Somebody has looked at it. Doing so twice keeps the first. Errors: `SECURITY_EVENT_NOT_FOUND`. */
export const acknowledgeSecurityEvent = command('security.events.acknowledge', {
  permission: 'security:view',
  summary: 'Notes that somebody has looked into a security event.',
  input: Acknowledgement,
  output: SecurityEvent,
}).run(async (ctx, { id, note }) => {
  const { actor } = ctx;
  await acknowledge(ctx, id, { ref: actorRef(actor), name: actorName(actor), note, now: ctx.now() });
  const row = await eventById(ctx, id);
  if (!row) throw appError('SECURITY_EVENT_NOT_FOUND');
  ctx.audit({ targetType: 'security_event', targetId: id, detail: { note } });
  return toSecurityEvent(row);
});
