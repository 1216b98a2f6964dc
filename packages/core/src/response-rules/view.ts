import type { Executor } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { after, DAY, HOUR, iso, isoOrNull } from '../kernel/time.ts';
import { readRule } from '../rule-plans/index.ts';
import { BackTest, PAUSED_BY, type Rule, TEST_GOOD_HOURS } from './model.ts';
import { contentOf } from './read-rule.ts';
import { recordsOf, usageOf } from './run-store.ts';
import { type RuleRow, ruleById, rulesOf, type TestRow, testsOf } from './store.ts';

/** The merchant's rules in their order, with what each has done and its back-test. */
export async function viewRules(db: Executor, merchantId: number, now: Date): Promise<Rule[]> {
  return view(db, await rulesOf({ db }, merchantId), now);
}

export async function viewRule(db: Executor, id: number, now: Date): Promise<Rule> {
  const row = await ruleById({ db }, id);
  const [rule] = row ? await view(db, [row], now) : [];
  if (!rule) throw appError('RULE_NOT_FOUND');
  return rule;
}

async function view(db: Executor, rows: readonly RuleRow[], now: Date): Promise<Rule[]> {
  const ids = rows.map(({ id }) => id);
  const records = await recordsOf(db, ids, now);
  const tests = new Map((await testsOf({ db }, ids)).map((test) => [test.ruleId, test]));
  const rules: Rule[] = [];
  for (const row of rows) {
    const rule = readRule(row);
    const record = records.get(row.id);
    const used = record ? await usageOf(db, row.id, after(now, -DAY)) : { count: 0, sum: '0' };
    const test = testOf(row, tests.get(row.id));
    rules.push({
      id: row.id,
      ...contentOf(rule),
      state: row.state,
      pausedBy: PAUSED_BY.find((who) => who === row.pausedBy) ?? null,
      answered30: record?.answered ?? 0,
      left30: record?.left ?? 0,
      usedCount: used.count,
      usedSum: Number(used.sum),
      lastTime: isoOrNull(record?.last ?? null),
      test: test ? BackTest.parse(JSON.parse(test.result)) : null,
      testedTime: isoOrNull(test?.testedTime ?? null),
      testGood: test !== undefined && isGood(test, now),
      switchedTime: isoOrNull(row.switchedTime),
      updatedTime: iso(row.updatedTime),
    });
  }
  return rules;
}

/** The back-test of exactly this content. */
export function testOf(rule: RuleRow, test: TestRow | undefined): TestRow | undefined {
  return test?.contentSha256.equals(rule.contentSha256) ? test : undefined;
}

export function isGood({ testedTime }: TestRow, now: Date): boolean {
  return testedTime > after(now, -TEST_GOOD_HOURS * HOUR);
}
