import { z } from 'zod';
import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { SecurityEvent, SecurityEventId, SecurityEventListInput, SecurityEventPage, SecurityPulse } from './model.ts';
import { toSecurityEvent } from './security-event.ts';
import { eventById, eventPage, openEvents } from './store.ts';

export const listSecurityEvents = query('security.events.list', {
  permission: 'security:view',
  summary: 'Lists what looked wrong about sign-ins and acts, newest first.',
  input: SecurityEventListInput,
  output: SecurityEventPage,
}).run(async (ctx, input) => {
  const page = await eventPage(ctx, input);
  return { ...page, records: page.records.map(toSecurityEvent) };
});

export const getSecurityEvent = query('security.events.get', {
  permission: 'security:view',
  summary: 'Shows one security event.',
  input: SecurityEventId,
  output: SecurityEvent,
}).run(async (ctx, { id }) => {
  const row = await eventById(ctx, id);
  if (!row) throw appError('SECURITY_EVENT_NOT_FOUND');
  return toSecurityEvent(row);
});

export const securityPulse = query('security.events.pulse', {
  permission: 'security:view',
  background: true,
  summary:
    'How many security events nobody has acknowledged yet (at most 1,000; those worth noting only are left out).',
  input: z.object({}),
  output: SecurityPulse,
}).run(async (ctx) => ({ open: await openEvents(ctx) }));
