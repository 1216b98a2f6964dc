import type { AlertProvider } from '@forewarn/core/ports/alert-provider';
import type { Bell } from '@forewarn/core/ports/bell';
import type { Mailer } from '@forewarn/core/ports/mailer';
import type { ProviderWire } from '@forewarn/core/ports/provider-wire';

/** For a process that reaches nothing outside: the seed and the generators. Each says plainly that nothing was done. */
export const offBell: Bell = { ring: () => {} };
export const offMailer: Mailer = { send: async () => ({ outcome: 'FAILED', reply: 'this process sends no mail' }) };
export const offProvider: AlertProvider = {
  enrol: async () => ({ kind: 'not-configured' }),
  closeEnrolment: async () => ({ kind: 'not-configured' }),
  composeAnswer: async () => undefined,
  sendAnswer: async () => ({ kind: 'not-configured' }),
  ping: async () => ({ kind: 'not-configured' }),
};
export const offWire: ProviderWire = {
  verify: () => ({ ok: false, reason: 'missing' }),
  deliveryKey: () => undefined,
  readAlert: () => ({ ok: false, error: 'this process reads no deliveries' }),
  readStatus: () => ({ ok: false, error: 'this process reads no deliveries' }),
  redact: () => '',
};
