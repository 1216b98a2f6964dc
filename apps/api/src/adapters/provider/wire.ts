import { redactBody } from '@forewarn/core/platform';
import type { ProviderWire } from '@forewarn/core/ports/provider-wire';
import { places } from './places.ts';
import type { ProviderProfile } from './profile.ts';
import { readAlert } from './read-alert.ts';
import { readStatus } from './read-status.ts';
import { verifySignature } from './signature.ts';

const LONGEST_KEY = 190;

/** The provider's wire format, as the profile has it. */
export function createProviderWire(
  profile: Pick<ProviderProfile, 'signField' | 'signUppercase' | 'signEmpty'>,
): ProviderWire {
  return {
    verify: (request, secrets) => verifySignature(request, secrets, profile),
    deliveryKey: (kind, json) =>
      key(kind === 'alert' ? field(json, 'alertId') : (field(json, 'eventId') ?? statusKey(json))),
    readAlert,
    readStatus,
    places,
    redact: (body) => redactBody(body.toString('utf8')) ?? '',
  };
}

function field(json: unknown, name: string): string | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const value = (json as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function statusKey(json: unknown): string | undefined {
  const parts = ['type', 'alertId', 'cardRef', 'status', 'time'].map((name) => field(json, name) ?? '');
  return parts.every((part) => part === '') ? undefined : parts.join('|');
}

function key(text: string | undefined): string | undefined {
  return text !== undefined && Buffer.byteLength(text) <= LONGEST_KEY ? text : undefined;
}
