import { appError } from '../kernel/errors.ts';
import { amountToNumber, parseAmount } from '../kernel/money.ts';
import { query } from '../kernel/operation.ts';
import { fieldError } from '../kernel/validation.ts';
import { decidedBy } from './decided-by.ts';
import { learnableKey } from './learnable-key.ts';
import { ALIAS_SHOWN, AliasPreview, AliasPreviewInput } from './model.ts';
import { aliasOf, carriedKeys, unmatchedAlerts } from './store.ts';
import { binMasked } from './view.ts';

/** The dry run of learning a descriptor: which waiting alerts it would decide. Changes nothing. */
export const previewAlias = query('aliases.preview', {
  permission: 'alert:assign',
  input: AliasPreviewInput,
  output: AliasPreview,
  summary: 'Which waiting alerts a learnt descriptor would decide; changes nothing.',
}).run(async (ctx, { alertId, withBin }) => {
  const alert = await carriedKeys(ctx.db, alertId);
  if (!alert) throw appError('ALERT_NOT_FOUND');
  const key = learnableKey(alert, withBin);
  if (!key)
    throw appError('VALIDATION_FAILED', {
      fields: [fieldError(withBin ? 'withBin' : 'alertId', 'NOTHING_TO_LEARN', ctx.locale)],
    });
  const known = await aliasOf(ctx.db, key.matchDescriptor, key.cardBin);
  const waiting = (await unmatchedAlerts(ctx.db)).filter((row) => decidedBy(key, row));
  return {
    descriptor: key.descriptor,
    cardBinMasked: binMasked(key.cardBin),
    known: known ? { id: known.id, merchantId: known.merchantId, merchantName: known.merchantName } : null,
    waiting: waiting.slice(0, ALIAS_SHOWN).map((row) => ({
      id: row.id,
      alertId: row.alertId,
      descriptor: row.descriptor ?? row.descriptorRegister ?? '',
      cardBinMasked: binMasked(row.cardBin),
      amount: amountToNumber(parseAmount(row.amount) ?? 0n),
      currency: row.currency,
      deadline: row.deadline.toISOString(),
    })),
    total: waiting.length,
  };
});
