import { bodyPlace, insertDeliveries, type NewDelivery, sha256 } from '@forewarn/core/deliveries';
import { systemActor } from '@forewarn/core/kernel/actor';
import type { Core } from '@forewarn/core/kernel/context';
import { execute } from '@forewarn/core/kernel/execute';
import { updateCredential } from '@forewarn/core/platform';
import { buildCard, buildMerchant } from '@forewarn/core/testing';
import type { RawPool } from '@forewarn/db';
import { BENCH_SECRET } from './requests.ts';

const CALLER = { actor: systemActor('bench'), requestId: 'bench', ip: '', userAgent: '', locale: 'en' } as const;

/** 500 merchants with the descriptors the requests name, and the secret that signs them. */
export async function fillMerchants(core: Core): Promise<void> {
  await execute(core, CALLER, updateCredential, { kind: 'WEBHOOK_SECRET', value: BENCH_SECRET });
  for (let index = 0; index < 500; index++) {
    const { id } = await buildMerchant(core.db);
    await buildCard(core.db, {
      merchantId: id,
      descriptor: `BENCH SHOP ${index}`,
      cardBin: '411111',
      caid: `CAID${index % 7}`,
    });
  }
}

/** Received and committed, not read yet: what a worker finds after an outage. */
export async function fillDeliveries(core: Core, pool: RawPool, count: number, label: string): Promise<void> {
  const rows: NewDelivery[] = Array.from({ length: count }, (_, index) => {
    const now = core.now();
    const alertId = `${label}-${index}`;
    const body = Buffer.from(
      JSON.stringify({
        alertId,
        descriptor: `BENCH SHOP ${index % 500}`,
        cardBin: '411111',
        caid: `CAID${index % 7}`,
        amount: 19.9,
        currency: 'USD',
        transactionId: `TX-${alertId}`,
        alertTime: now.toISOString(),
        riskLevel: 'MEDIUM',
        additionalInfo: { cardType: 'CREDIT', cardholderName: 'Zhang San', issuer: 'Bench Bank' },
      }),
    );
    const bodySha256 = sha256(body);
    return {
      provider: 'default',
      kind: 'alert',
      dedupKey: Buffer.from(alertId),
      bodySha256,
      bodyEnc: core.ports.cipher.seal(body, bodyPlace(bodySha256)),
      keyId: 'bench',
      signedTime: now,
      receivedTime: now,
      flags: 0,
      sourceIp: '',
      requestId: '',
      status: 0,
      nextTime: now,
      lastError: null,
    };
  });
  for (let start = 0; start < rows.length; start += 500) await insertDeliveries(pool, rows.slice(start, start + 500));
}

/** One merchant with `count` alerts in the table, written straight into it. */
export async function fillAlerts(core: Core, merchantId: number, count: number): Promise<void> {
  const start = core.now().getTime();
  for (let first = 0; first < count; first += 1000) {
    const rows = Array.from({ length: Math.min(1000, count - first) }, (_, offset) => {
      const index = first + offset;
      const at = new Date(start - index * 60_000);
      const answered = index % 20 !== 0;
      return {
        alertId: `LIST-${merchantId}-${index}`,
        merchantId,
        descriptor: `LIST SHOP ${index % 20}`,
        cardBin: '411111',
        amount: String(((index * 7919) % 100_000) / 100),
        currency: 'USD',
        transactionId: `TX${(index * 104_729) % 10_000_019}`,
        alertTime: at,
        deadline: new Date(at.getTime() + 86_400_000),
        riskLevel: (['LOW', 'MEDIUM', 'HIGH'] as const)[index % 3]!,
        matchStatus: 'MATCHED' as const,
        matchTier: 'EXACT' as const,
        processStatus: answered
          ? index % 9 === 0
            ? ('IGNORED' as const)
            : ('PROCESSED' as const)
          : ('PENDING' as const),
        deliveryId: index + 1,
        contentSha256: Buffer.alloc(32),
        createdTime: at,
        updatedTime: at,
      };
    });
    await core.db.insertInto('chargebackAlerts').values(rows).execute();
  }
}
