import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARD_BRANDS, RISK_LEVELS } from '../alerts/model.ts';
import { type DueRule, firstRule, fits, type RuleAlert, ruleDue } from '../rule-plans/index.ts';
import { contentHash } from './content-hash.ts';
import { RULE_STATES, RuleConditions, type RuleContent, RuleCreate } from './model.ts';

const alert = (part: Partial<RuleAlert> = {}): RuleAlert => ({
  program: 'ETHOCA',
  amount: 19_9000n,
  currency: 'USD',
  reasonCode: '10.4',
  cardBrand: 'VISA',
  descriptor: 'NORTH*SHOP',
  riskLevel: 'HIGH',
  ...part,
});
const conditions = (part: object = {}): RuleConditions => RuleConditions.parse(part);

describe('whether an alert fits', () => {
  it.each([
    ['nothing asked', {}, true],
    ['the currency', { currency: 'USD' }, true],
    ['another currency', { currency: 'EUR' }, false],
    ['the range, ends included', { currency: 'USD', minAmount: 19.9, maxAmount: 19.9 }, true],
    ['less than the least', { currency: 'USD', minAmount: 19.91 }, false],
    ['more than the most', { currency: 'USD', maxAmount: 19.89 }, false],
    ['one of the reasons', { reasonCodes: ['4837', '10.4'] }, true],
    ['none of the reasons', { reasonCodes: ['4837'] }, false],
    ['the descriptor, case and blanks aside', { descriptors: [' north*shop '] }, true],
    ['a part of the descriptor', { descriptors: ['NORTH'] }, false],
    ['the brand', { brands: ['VISA', 'AMEX'] }, true],
    ['another brand', { brands: ['AMEX'] }, false],
    ['the risk', { riskLevels: ['HIGH'] }, true],
    ['another risk', { riskLevels: ['LOW'] }, false],
    ['all but one', { currency: 'USD', brands: ['VISA'], riskLevels: ['LOW'] }, false],
  ])('%s', (_, asked, expected) => {
    expect(fits(conditions(asked), alert())).toBe(expected);
  });

  it('a condition on what the alert doesn’t say holds for nothing, and RDR takes no answer', () => {
    expect(fits(conditions({ reasonCodes: ['10.4'] }), alert({ reasonCode: null }))).toBe(false);
    expect(fits(conditions({ brands: ['VISA'] }), alert({ cardBrand: null }))).toBe(false);
    expect(fits(conditions(), alert({ program: 'RDR' }))).toBe(false);
  });
});

const anyConditions = fc
  .record({
    currency: fc.constantFrom(null, 'USD', 'JPY'),
    minAmount: fc.option(fc.integer({ min: 0, max: 50 })),
    maxAmount: fc.option(fc.integer({ min: 0, max: 50 })),
    reasonCodes: fc.subarray(['10.4', '4837']),
    brands: fc.subarray([...CARD_BRANDS].slice(0, 3)),
    descriptors: fc.subarray(['NORTH*SHOP', 'SOUTH']),
    riskLevels: fc.subarray([...RISK_LEVELS]),
  })
  .map(conditions);
const anyRule = fc.record({ state: fc.constantFrom(...RULE_STATES), conditions: anyConditions });
const anyAlert = fc
  .record({
    amount: fc.bigInt({ min: 0n, max: 60_0000n }),
    currency: fc.constantFrom('USD', 'JPY', 'EUR'),
    reasonCode: fc.constantFrom(null, '10.4', '4837'),
    cardBrand: fc.constantFrom(null, 'VISA', 'AMEX'),
    descriptor: fc.constantFrom(null, 'north*shop', 'SOUTH'),
    riskLevel: fc.constantFrom(...RISK_LEVELS),
  })
  .map(alert);

describe('the first rule that fits decides', () => {
  it('it fits, it is no draft, and none before it that counts fits', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 8 }), anyAlert, (rules, seen) => {
        const chosen = firstRule(rules, seen);
        const counting = rules.filter(({ state, conditions: asked }) => state !== 'DRAFT' && fits(asked, seen));
        expect(chosen).toBe(counting[0]);
      }),
    );
  });

  it('a narrower rule fits nothing that the wider one doesn’t', () => {
    fc.assert(
      fc.property(anyConditions, anyAlert, (asked, seen) => {
        const wider = { ...asked, riskLevels: [], minAmount: null };
        if (fits(asked, seen)) expect(fits(wider, seen)).toBe(true);
      }),
    );
  });

  it('stopping a rule hands its alerts to people, never to the rules behind it', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { minLength: 1, maxLength: 6 }), fc.nat(), anyAlert, (rules, nth, seen) => {
        const index = nth % rules.length;
        const stopped = rules.map((rule, i) =>
          i === index && rule.state === 'ON' ? { ...rule, state: 'PAUSED' as const } : rule,
        );
        const before = rules.indexOf(firstRule(rules, seen) ?? { state: 'DRAFT', conditions: conditions() });
        const chosen = firstRule(stopped, seen);
        expect(chosen === undefined ? -1 : stopped.indexOf(chosen)).toBe(before);
      }),
    );
  });
});

it('a rule answers from its time on, before the deadline, and not while it is stopped or only suggests', () => {
  const deadline = new Date('2026-11-23T02:00:00.000Z');
  const rule: DueRule = { state: 'ON', mode: 'ANSWER', minutesBefore: 60, conditions: conditions() };
  const due = (at: string, one = rule) => ruleDue([one], { ...alert(), deadline }, new Date(at)) !== undefined;
  expect(due('2026-11-23T00:59:59.999Z')).toBe(false);
  expect(due('2026-11-23T01:00:00.000Z')).toBe(true);
  expect(due('2026-11-23T01:59:59.999Z')).toBe(true);
  expect(due('2026-11-23T02:00:00.000Z')).toBe(false);
  for (const part of [{ state: 'PAUSED' }, { state: 'DRAFT' }, { mode: 'SUGGEST' }] as const)
    expect(due('2026-11-23T01:30:00.000Z', { ...rule, ...part })).toBe(false);
});

const content = (part: object = {}): RuleContent =>
  RuleCreate.parse({
    name: 'x',
    conditions: { currency: 'USD' },
    mode: 'SUGGEST',
    action: 'IGNORE',
    reason: 'small',
    ...part,
  });

it('a back-test holds for the same content, however its lists are ordered and whatever its name', () => {
  const hash = (part: object) => contentHash(content(part)).toString('hex');
  const listed = (reasonCodes: string[]) => ({ conditions: { currency: 'USD', reasonCodes } });
  expect(hash({ name: 'y' })).toBe(hash({}));
  expect(hash(listed(['a', 'B']))).toBe(hash(listed(['b', 'A ', 'a'])));
  for (const part of [
    { mode: 'ANSWER' },
    { action: 'INVALID_DUPLICATE' },
    { minutesBefore: 61 },
    { dailyCount: 1 },
    { reason: 'other' },
  ])
    expect(hash(part)).not.toBe(hash({}));
});

describe('what a rule may say', () => {
  const faults = (part: object) =>
    RuleCreate.safeParse({
      name: 'x',
      conditions: {},
      mode: 'ANSWER',
      action: 'IGNORE',
      reason: 'small',
      ...part,
    }).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
  it.each([
    ['amounts without a currency', { conditions: { maxAmount: 5 } }, ['conditions.currency RULE_CURRENCY']],
    [
      'an empty range',
      { conditions: { currency: 'USD', minAmount: 6, maxAmount: 5 } },
      ['conditions.maxAmount RULE_RANGE'],
    ],
    [
      'more decimals than the currency has',
      { conditions: { currency: 'JPY', minAmount: 0.5 } },
      ['conditions.minAmount RULE_DECIMALS'],
    ],
    [
      'money back without a limit',
      { action: 'REFUND', conditions: { currency: 'USD' } },
      ['dailySum RULE_REFUND_LIMIT'],
    ],
    ['money back in any currency', { action: 'REFUND', dailySum: 5 }, ['conditions.currency RULE_CURRENCY']],
    ['advice to refund', { action: 'REFUND', mode: 'SUGGEST' }, []],
  ])('%s', (_, part, expected) => {
    expect(faults(part)).toEqual(expected);
  });

  it('never a dispute or fraud: those are a person’s', () => {
    for (const action of ['DISPUTE', 'MARK_FRAUD']) expect(faults({ action })).toHaveLength(1);
  });
});
