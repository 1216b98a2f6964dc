import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyEntry, sampleInput } from './attack-surface.ts';
import { type AttackedSystem, CANARY, knownValues, startAttackedSystem } from './attacked-system.ts';

/** `SLEEP(9)`: an answer within a few seconds on the busiest machine shows that it didn't run. */
const PAYLOADS = [
  "' OR '1'='1",
  '" OR ""="',
  '1) OR SLEEP(9)-- -',
  "'; DROP TABLE merchants; -- ",
  "' UNION SELECT password_hash FROM merchants -- -",
  "\\' OR 1=1#",
  '1 OR 1=1',
  "%' AND SLEEP(9) AND '%'='",
] as const;
const SQL_ERROR = /SQL syntax|\bER_[A-Z]+_|MariaDB|mysql|kysely|sqlMessage|\$argon2/i;

let system: AttackedSystem;
let before: unknown;
beforeAll(async () => {
  system = await startAttackedSystem();
  before = await system.state();
});
afterAll(() => system.stop());

const CHANGES_STATUS = /^merchants\.(suspend|restore|close)$/;
const entries = everyEntry().filter(({ fields, takesFile }) => fields.length > 0 && !takesFile);

describe('A-329 C-159 SQL injection into every field of every route and procedure', () => {
  it('finds all of them', () => {
    expect(entries.length).toBeGreaterThan(50);
    expect(entries.flatMap(({ fields }) => fields).length).toBeGreaterThan(200);
    // An attack on one field has to get past the others, or it only tests the validation.
    const stopped = entries.filter(
      ({ operation }) => !operation.input.safeParse(sampleInput(operation, { id: 1, ids: [1] })).success,
    );
    expect(stopped.map(({ title }) => title).length).toBeLessThanOrEqual(entries.length / 10);
  });

  it.each(entries.map((entry) => [entry.title, entry] as const))('%s', async (_, entry) => {
    const owner = await system.owner();
    // Who may close a merchant closes it, whatever the reason says: that happens to the attacker's own.
    const whose = entry.by === 'staff' && !CHANGES_STATUS.test(entry.operation.name) ? system.victim : owner;
    const known = knownValues(entry, owner, whose.account.id);
    const values = sampleInput(entry.operation, known);
    const send = await system.sender(entry, owner);
    for (const field of entry.fields) {
      for (const payload of PAYLOADS) {
        const started = performance.now();
        const { status, text } = await send({ ...values, [field]: payload });
        const where = `${field} = ${payload}: ${status} ${text.slice(0, 200)}`;
        expect(status, where).toBeLessThan(500);
        expect(performance.now() - started, where).toBeLessThan(6000);
        expect(SQL_ERROR.test(text), where).toBe(false);
        if (entry.by !== 'staff') expect(text.includes(CANARY), where).toBe(false);
      }
    }
  });

  it('a search for a quote finds what has one, and % and _ mean themselves', async () => {
    const owner = await system.owner();
    await system.core.db
      .updateTable('chargebackAlerts')
      .set({ descriptor: "O'NEIL_100%" })
      .where('id', '=', owner.alertId)
      .execute();
    const token = await owner.account.token();
    const found = async (keyword: string) =>
      (
        await system.client.call<{ total: number }>('GET', `/api/v1/alerts?keyword=${encodeURIComponent(keyword)}`, {
          token,
        })
      ).body.data.total;
    expect(await found("O'NEIL")).toBe(1);
    expect(await found("O'NEIL_1")).toBe(1);
    expect(await found("O'NEILX1")).toBe(0);
    // Part of a descriptor is enough: it has one of each, and never two.
    expect([await found('%'), await found('%%')]).toEqual([1, 0]);
    expect([await found('_'), await found('__')]).toEqual([1, 0]);
  });

  it('tables and everybody else’s rows are as they were', async () => {
    expect(await system.state()).toEqual(before);
  });
});
