import { z } from 'zod';
import type { RegistrationStatus } from '../provider/ledger.ts';
import { signMd5 } from '../signature/sign.ts';
import type { World } from '../world.ts';
import { deliver, signingSecret } from './deliver.ts';
import type { SigningOptions } from './options.ts';

const event = {
  errorCode: z.string().optional(),
  errorMessage: z.string().optional(),
  eventId: z.string().optional(),
  time: z.string().optional(),
};

export const StatusEvent = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('ENROLMENT'),
    cardRef: z.string(),
    status: z.enum(['REGISTERED', 'FAILED', 'CLOSED']),
    ...event,
  }),
  z.looseObject({
    type: z.literal('ALERT'),
    alertId: z.string(),
    status: z.enum(['ACCEPTED', 'REJECTED', 'EXPIRED', 'PREVENTED', 'CHARGEBACK', 'CANCELLED']),
    ...event,
  }),
]);
export type StatusEvent = z.infer<typeof StatusEvent>;

/** Sends a status callback and returns the platform's answer. Fills `eventId` and `time`; an enrolment's state follows. */
export async function pushStatus(world: World, given: StatusEvent, options: SigningOptions) {
  const scheme = options.scheme ?? world.settings.scheme ?? 'hmac-sha256';
  const time = new Date(world.now()).toISOString();
  const eventId = `EVT-${String(world.nextEvent++).padStart(6, '0')}`;
  const sent: Record<string, unknown> = { eventId, time, ...given };
  if (scheme === 'md5-salt' && !options.unsigned) sent.sign = signMd5(signingSecret(world, options), sent);
  if (given.type === 'ENROLMENT') follow(world, given.cardRef, given.status, given.errorCode);

  const alertId = given.type === 'ALERT' ? given.alertId : null;
  const delivery = { kind: 'status', alertId, scheme, body: JSON.stringify(sent) } as const;
  const { status, body, headers, error } = await deliver(world, delivery, options);
  return { status, body, headers, error, event: sent };
}

function follow(world: World, cardRef: string, status: RegistrationStatus, errorCode?: string): void {
  const registration = world.ledger.registrations.get(cardRef);
  if (!registration) return;
  Object.assign(registration, { status, errorCode: errorCode ?? null, updatedAt: new Date(world.now()).toISOString() });
}
