const SAMPLES = [
  { descriptor: 'NORTHWIND*BOOKS', cardBin: '411111', caid: 'CAID000000000001', amount: 128.5, currency: 'USD' },
  { descriptor: 'LUMEN*GAMES', cardBin: '545454', caid: 'CAID000000000002', amount: 49.99, currency: 'EUR' },
  { descriptor: 'HARBOUR*TRAVEL', cardBin: '400552', caid: 'CAID000000000003', amount: 1260, currency: 'USD' },
  { descriptor: 'KOMOREBI*STORE', cardBin: '353011', caid: 'CAID000000000004', amount: 7800, currency: 'JPY' },
] as const;

const PEOPLE = ['Zhang Wei', 'Maria Costa', '李娜', 'John O’Neill'] as const;
const RISKS = ['HIGH', 'MEDIUM', 'LOW'] as const;

/** A plausible alert; the same number and time always give the same one. Time as ISO 8601. */
export function sampleAlert(no: number, now: number): Record<string, unknown> {
  const sample = SAMPLES[no % SAMPLES.length] ?? SAMPLES[0];
  return {
    alertId: `SBX-${String(no).padStart(6, '0')}`,
    ...sample,
    transactionId: `TXN-${String(no).padStart(8, '0')}`,
    alertTime: new Date(now).toISOString(),
    riskLevel: RISKS[no % RISKS.length],
    additionalInfo: {
      cardType: 'CREDIT',
      cardBrand: sample.cardBin.startsWith('4') ? 'VISA' : sample.cardBin.startsWith('5') ? 'MASTERCARD' : 'JCB',
      issuer: 'Sandbox Bank',
      cardholderName: PEOPLE[no % PEOPLE.length],
      cardLast4: String(1000 + (no % 9000)),
      transactionTime: new Date(now - 36 * 3_600_000).toISOString(),
      orderId: `ORD-${String(no).padStart(6, '0')}`,
      riskScore: 35 + (no % 60),
      riskReason: 'Cardholder does not recognise the transaction',
      authCode: String(100_000 + (no % 900_000)),
      threeDSecure: no % 2 === 0,
    },
  };
}
