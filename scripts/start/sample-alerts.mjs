const HOUR = 3_600_000;

/** What a newcomer finds in the demo merchant's list: something urgent, something calm, something done, something nobody's. */
const SAMPLES = [
  {
    descriptor: 'NORTHWIND*BOOKS',
    cardBin: '411111',
    caid: 'CAID000000000001',
    amount: '128.50',
    currency: 'USD',
    riskLevel: 'HIGH',
    hoursAgo: 22,
  },
  {
    descriptor: 'LUMEN*GAMES',
    cardBin: '545454',
    caid: '',
    amount: '19.90',
    currency: 'EUR',
    riskLevel: 'LOW',
    hoursAgo: 12,
  },
  {
    descriptor: 'HARBOUR*TRAVEL',
    cardBin: '555555',
    caid: 'CAID000000000031',
    amount: '48000',
    currency: 'JPY',
    riskLevel: 'MEDIUM',
    hoursAgo: 3,
  },
  {
    descriptor: 'HARBOUR*TRAVEL',
    cardBin: '400000',
    caid: '',
    amount: '310.00',
    currency: 'USD',
    riskLevel: 'LOW',
    alertType: 'RDR',
    hoursAgo: 1,
  },
  {
    descriptor: 'AURORA*DIGITAL',
    cardBin: '622848',
    caid: '',
    amount: '899.00',
    currency: 'CNY',
    riskLevel: 'HIGH',
    hoursAgo: 5,
  },
  {
    descriptor: 'LUMEN GAMES SHOP',
    cardBin: '545454',
    caid: '',
    amount: '12.00',
    currency: 'USD',
    riskLevel: 'MEDIUM',
    hoursAgo: 2,
  },
];

/** Has the sandbox push them through the front door, as the provider would. Only ever called for a database made a moment ago. */
export async function pushSampleAlerts(sandbox, now = Date.now()) {
  for (const { hoursAgo, ...alert } of SAMPLES) {
    await fetch(`${sandbox}/__control/push`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ alert: { ...alert, alertTime: new Date(now - hoursAgo * HOUR).toISOString() } }),
    });
  }
}
