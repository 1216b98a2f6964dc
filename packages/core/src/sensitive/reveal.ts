import { openDetails } from '../alerts/index.ts';
import type { Context } from '../kernel/context.ts';
import { appError, type ErrorCode } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import type { RevealKind } from '../kernel/sensitive.ts';
import { Revealed, RevealInput } from './model.ts';
import { alertCard, cardDetails, merchantContact } from './store.ts';

type Values = Record<string, string | null>;

interface Look {
  missing: ErrorCode;
  values(ctx: Context, id: number): Promise<Values | undefined>;
}

const LOOKS: Record<RevealKind, Look> = {
  'merchant.contact': { missing: 'MERCHANT_NOT_FOUND', values: ({ db }, id) => merchantContact(db, id) },
  'card.details': { missing: 'CARD_NOT_FOUND', values: ({ db }, id) => cardDetails(db, id) },
  'alert.card': {
    missing: 'ALERT_NOT_FOUND',
    async values({ db, ports }, id) {
      const row = await alertCard(db, id);
      if (!row) return undefined;
      const details = openDetails(row.detailsEnc, row.alertId, ports.cipher);
      return { cardBin: row.cardBin, cardholder: details?.cardholderName ?? null };
    },
  },
};

/**
 * C-158, A-309: the masked fields of one record in clear. Always audited: what was looked at and of whom, never the values. A command, so
 * that a look can't come from a link or a prefetch.
 */
export const revealSensitive = command('sensitive.reveal', {
  permission: 'sensitive:view',
  input: RevealInput,
  output: Revealed,
  summary: 'Shows the masked fields of one merchant, card or alert in clear; every call is audited.',
}).run(async (ctx, { kind, id }) => {
  const { missing, values } = LOOKS[kind];
  ctx.audit({ targetType: kind.split('.')[0] ?? kind, targetId: id, detail: { kind } });
  const found = await values(ctx, id);
  if (!found) throw appError(missing);
  ctx.audit({ detail: { fields: Object.keys(found) } });
  return { kind, id, values: found };
});
