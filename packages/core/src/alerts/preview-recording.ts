import type { Context } from '../kernel/context.ts';
import type { Locale } from '../kernel/locale.ts';
import { contentHash, openDetails } from './content.ts';
import { type ContentFacts, factsOfIncoming, factsOfRow, shownFact } from './content-facts.ts';
import { alertById } from './detail-store.ts';
import type { IncomingAlert } from './incoming.ts';
import { alertRefById } from './intake-store.ts';
import { ownerOf } from './match.ts';
import { matchAll } from './match-all.ts';
import { companyNames } from './store.ts';

/** What recording an alert would do, field by field; writes nothing. For staff alone. */
export async function previewRecording(ctx: Context, alert: IncomingAlert) {
  const alertRef = await alertRefById(ctx.db, alert.alertId);
  const row = alertRef === undefined ? undefined : await alertById(ctx.db, alertRef);
  const after = factsOfIncoming(alert);
  if (!row) {
    const fields = diff(ctx.locale, {}, { alertId: alert.alertId, ...after });
    return { outcome: 'NEW' as const, existing: null, fields, match: await previewMatch(ctx, alert) };
  }
  const before = factsOfRow(row, openDetails(row.detailsEnc, row.alertId, ctx.ports.cipher));
  const same = row.contentSha256.equals(contentHash(alert));
  return {
    outcome: same ? ('SAME' as const) : ('UPDATE' as const),
    existing: { id: row.id, alertId: row.alertId },
    fields: diff(ctx.locale, before, after),
    match: null,
  };
}

function diff(locale: Locale, before: ContentFacts, after: ContentFacts) {
  return Object.entries(after).map(([field, value]) => ({
    field,
    before: shownFact(field, before, locale),
    after: shownFact(field, after, locale),
    changed: (before[field] ?? null) !== value,
  }));
}

async function previewMatch(ctx: Context, alert: IncomingAlert) {
  const [match] = await matchAll(ctx.db, [alert]);
  if (!match) return null;
  const owner = ownerOf(match);
  const names = owner ? await companyNames(ctx.db, [owner.merchantId]) : undefined;
  const { status, tier, hold } = match;
  return { status, tier, hold, merchantName: (owner && names?.get(owner.merchantId)) ?? null };
}
