import type { Context } from '../kernel/context.ts';
import { appError, type ErrorDetails } from '../kernel/errors.ts';
import { asLocale } from '../kernel/locale.ts';
import { iso, isoOrNull } from '../kernel/time.ts';
import { fieldError } from '../kernel/validation.ts';
import { CHANNEL_OUTCOMES, CHANNEL_TOPICS, type Channel, type ChatVendor, SIGNING_VENDORS } from './model.ts';
import { vendorOf } from './open-target.ts';
import type { ChannelRow } from './store.ts';
import { isWebhookOf } from './webhook.ts';

/** A channel as its merchant sees it: without the address and the secret. */
export function toChannel(row: ChannelRow): Channel {
  const topics = row.topics.split(',');
  return {
    id: row.id,
    vendor: vendorOf(row),
    name: row.name,
    webhookMasked: row.webhookHint,
    hasSecret: row.secretEnc !== null,
    topics: CHANNEL_TOPICS.filter((topic) => topics.includes(topic)),
    locale: asLocale(row.locale),
    enabled: row.enabled === 1,
    switchedOff: row.offReason !== null,
    lastOutcome: CHANNEL_OUTCOMES.find((outcome) => outcome === row.lastOutcome) ?? null,
    lastReply: row.lastReply,
    lastTime: isoOrNull(row.lastTime),
    createdTime: iso(row.createdTime),
  };
}

/** The merchant who acts. Errors: `NOT_FOUND`: nobody else has channels. */
export function ownMerchant({ actor }: Pick<Context, 'actor'>): number {
  if (actor.kind !== 'merchant') throw appError('NOT_FOUND');
  return actor.merchantId;
}

/** Refuses an address that isn't the vendor's, and a secret where nothing is signed. Errors: `VALIDATION_FAILED`. */
export function checkTarget(
  { locale, ports }: Pick<Context, 'locale' | 'ports'>,
  vendor: ChatVendor,
  given: { webhook?: string | undefined; secret?: string | undefined },
): void {
  const fields: ErrorDetails['fields'] = [];
  if (given.webhook !== undefined && !isWebhookOf(vendor, given.webhook, ports.chats.extraHosts))
    fields.push(fieldError('webhook', 'WEBHOOK_VENDOR', locale));
  if (given.secret && !SIGNING_VENDORS.includes(vendor)) fields.push(fieldError('secret', 'SECRET_UNUSED', locale));
  if (fields.length > 0) throw appError('VALIDATION_FAILED', { fields });
}
