const DAY = 86_400_000;
const since = (days: number) => new Date(Date.now() - days * DAY).toISOString();

/** What the merchant's screen can ask for, as query strings: tabs, each filter, companies of them that are common, rare, long gone and impossible. */
export const LIST_FILTERS: Record<string, string> = {
  all: '',
  'needs an answer': 'needsAnswer=true',
  'answer under way': 'feedbackStatus=WAITING',
  missed: 'feedbackStatus=EXPIRED',
  refused: 'feedbackStatus=REJECTED',
  processed: 'status=PROCESSED',
  ignored: 'status=IGNORED',
  'high risk': 'riskLevel=HIGH',
  RDR: 'program=RDR',
  'RDR of Mastercard: none': 'program=RDR&brand=MASTERCARD',
  AmEx: 'brand=AMEX',
  'common currency': 'currency=USD',
  'rare currency': 'currency=ISK',
  'currency of long ago': 'currency=EUR',
  descriptor: 'descriptor=LIST*SHOP%207',
  'descriptor of long ago': 'descriptor=LIST*CLOSED',
  'one day': `from=${since(1)}`,
  '30 days': `from=${since(30)}`,
  'a month of last year': `from=${since(400)}&to=${since(370)}`,
  'amount 10–20': 'minAmount=10&maxAmount=20',
  'amount over 500': 'minAmount=500',
  'due within a day': `needsAnswer=true&dueBefore=${since(-1)}`,
  'search: a transaction': 'keyword=TX1047',
  'search: an order': 'keyword=ORDER-1234',
  'search: a word of all descriptors': 'keyword=shop',
  'search: a word of long ago': 'keyword=clos',
  'high risk, 30 days': `riskLevel=HIGH&from=${since(30)}`,
  'processed Visa, 30 days, over 500': `status=PROCESSED&brand=VISA&minAmount=500&from=${since(30)}`,
  'processed, in yen, 10–20': 'minAmount=10&maxAmount=20&currency=JPY&status=PROCESSED',
  'descriptor, in yen, 30 days': `descriptor=LIST*SHOP%207&currency=JPY&from=${since(30)}`,
};

/** What staff have beside them. */
export const STAFF_FILTERS: Record<string, string> = {
  'work queue': 'queue=true',
  unmatched: 'matchStatus=UNMATCHED',
  held: 'held=true',
};

const BY = ['alertTime', 'amount', 'riskLevel'];

/** By deadline and urgency only what waits is listed. */
export function ordersOf(filter: string): string[] {
  const sorts = /(needsAnswer|queue)=true/.test(filter) ? [...BY, 'deadline', 'urgency'] : BY;
  return sorts.flatMap((sort) => ['asc', 'desc'].map((order) => `sort=${sort}&order=${order}`));
}
