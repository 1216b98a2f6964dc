import { setTimeout as sleep } from 'node:timers/promises';
import { buildCard, unique } from '@forewarn/core/testing';
import type { Rig } from './rig.ts';
import { CARDHOLDER } from './sender.ts';

export type CrashMerchant = Awaited<ReturnType<typeof addMerchant>>;

/** A merchant with one enrolled card: makes alerts that fit it, and answers them over HTTP. */
export async function addMerchant({ system, db }: Rig) {
  const account = await system.merchant({ locale: 'en' });
  const card = await buildCard(db, { merchantId: account.id });
  const series = `CRASH-${unique()}`;
  let count = 0;
  let token: string | undefined;

  function alert(): Record<string, unknown> {
    count += 1;
    return {
      alertId: `${series}-${count}`,
      descriptor: card.descriptor,
      cardBin: card.cardBin,
      caid: card.caid,
      amount: 19.9,
      currency: 'USD',
      transactionId: `TXN-${series}-${count}`,
      alertTime: new Date().toISOString(),
      riskLevel: 'HIGH',
      additionalInfo: { cardholderName: CARDHOLDER, cardType: 'CREDIT' },
    };
  }

  const idOf = async (alertId: string) =>
    (await db.selectFrom('chargebackAlerts').select('id').where('alertId', '=', alertId).executeTakeFirst())?.id;

  return {
    recipients: [card.notifyEmail, account.email],
    alerts: (length: number) => Array.from({ length }, alert),
    /** Waits until the alert is there, and refunds it; tries again until that is acknowledged. */
    async answer(alertId: string): Promise<void> {
      token ??= await account.token();
      for (let id = await idOf(alertId); ; id ??= await idOf(alertId)) {
        const body = { action: 'REFUND', refundAmount: 19.9, reason: 'agreed' };
        const path = `/api/v1/alerts/${id}/process`;
        const answer = id === undefined ? undefined : await system.client.call('PUT', path, { token, body });
        if (answer?.status === 200) return;
        if (answer && answer.status !== 503) throw new Error(`the answer was refused: ${answer.text}`);
        await sleep(20);
      }
    },
  };
}
