import { buildAlert } from '@forewarn/core/testing';
import { type Make, row } from './made.fixtures.ts';
import { MARK } from './world.fixtures.ts';

const CONTENT = {
  name: `${MARK} rule`,
  conditions: { currency: 'USD', maxAmount: 10 },
  mode: 'ANSWER',
  action: 'IGNORE',
  reason: 'too small',
};

const ruleThatIs =
  (state: 'DRAFT' | 'ON', input: Record<string, unknown> = {}): Make =>
  async ({ core }, { merchantId }) => {
    const { insertId } = await core.db
      .insertInto('responseRules')
      .values({
        merchantId,
        position: 1,
        state,
        ...CONTENT,
        mode: 'ANSWER',
        conditions: JSON.stringify(CONTENT.conditions),
        minutesBefore: 60,
        dailyCount: 20,
        contentSha256: Buffer.alloc(32),
        createdBy: 'test',
        createdTime: core.now(),
        updatedTime: core.now(),
      })
      .executeTakeFirstOrThrow();
    return row({ id: Number(insertId), ...input });
  };

/** What a call about rules is tried with. */
export const RULE_INPUTS: Readonly<Record<string, Make>> = {
  'rules.create': async ({ core }, { merchantId }) => {
    // The other lines have left more than there may be.
    await core.db.deleteFrom('responseRules').where('merchantId', '=', merchantId).execute();
    return { input: { ...CONTENT, name: 'small amounts' } };
  },
  'rules.update': ruleThatIs('DRAFT', CONTENT),
  'rules.remove': ruleThatIs('DRAFT'),
  'rules.order': async (system, target) => {
    await system.core.db.deleteFrom('responseRules').where('merchantId', '=', target.merchantId).execute();
    const { input } = await ruleThatIs('DRAFT')(system, target);
    return row({ ids: [input.id] });
  },
  'rules.preview': () => ({ input: { conditions: CONTENT.conditions } }),
  'rules.backTest': ruleThatIs('DRAFT'),
  'rules.switchOn': ruleThatIs('DRAFT', { confirm: CONTENT.name }),
  'rules.pause': ruleThatIs('ON'),
  'rules.notices': async ({ core }, { merchantId }) => ({
    input: { ids: String((await buildAlert(core.db, { merchantId })).id) },
  }),
  'admin.rules.list': (_system, { merchantId }) => ({ input: { merchantId } }),
  'admin.rules.pause': ruleThatIs('ON', { reason: 'the merchant asked for it' }),
};
