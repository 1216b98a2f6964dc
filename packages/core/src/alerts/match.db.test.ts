import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCard, buildMerchant } from '../testing/index.ts';
import { type FixtureCard, OWNERS, type Owner } from './match.fixtures.ts';
import { matchAlert } from './match.ts';
import { candidateCards } from './match-all.ts';
import { MATCH_CASES } from './match-cases.fixtures.ts';

let database: TestDatabase;
const merchantIds = new Map<Owner, number>();
const day = (n: number) => new Date(Date.UTC(2026, 10, n));

beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  for (const [owner, status] of Object.entries(OWNERS)) {
    merchantIds.set(owner as Owner, (await buildMerchant(database.db, { status })).id);
  }
});
afterAll(() => database.drop());

/** Replaces all cards of the table by these; answers their names by number. */
async function store(cards: readonly FixtureCard[]): Promise<Map<number, string>> {
  const { db } = database;
  await db.deleteFrom('merchantCards').execute();
  const names = new Map<number, string>();
  for (const { name, owner, descriptor, bin, caid, status, registered, created } of cards) {
    const merchantId = merchantIds.get(owner) ?? 0;
    const built = await buildCard(db, {
      merchantId,
      descriptor,
      cardBin: bin,
      caid,
      status,
      createdTime: day(created),
    });
    await db
      .updateTable('merchantCards')
      .set({ registerTime: day(registered) })
      .where('id', '=', built.id)
      .execute();
    names.set(built.id, name);
  }
  return names;
}

describe('A-340 A-356 the labelled set, on cards in the table', () => {
  it.each(MATCH_CASES)('$label', async ({ cards, alert, deliverAmbiguous = false, expected }) => {
    const names = await store(cards);
    const { descriptor = null, register = null, bin = null, caid = null } = alert;
    const keys = { descriptor, descriptorRegister: register, cardBin: bin, caid };
    const found = matchAlert(keys, await candidateCards(database.db, [keys]), { deliverAmbiguous });
    expect({
      status: found.status,
      tier: found.tier,
      on: found.on,
      card: found.card ? names.get(found.card.cardId) : null,
      candidates: found.candidates.map(({ cardId }) => names.get(cardId)),
      hold: found.hold,
    }).toEqual({ candidates: expected.card === null ? [] : [expected.card], hold: null, ...expected });
  });
});

/** Document 000 §4.3.2, word for word; only the columns that hold the compared form are named, and the order its text demands. */
async function document(descriptor: string, bin: string, caid: string) {
  const { db } = database;
  const latest = sql`ORDER BY register_time DESC, created_time DESC, id DESC`;
  const tiers = [
    ['EXACT', sql`AND card_bin = ${bin} AND match_caid = ${caid} ${latest}`],
    ['EMPTY_CAID', sql`AND card_bin = ${bin} AND (match_caid IS NULL OR match_caid = '') ${latest}`],
    ['DESCRIPTOR', sql`ORDER BY created_time DESC, id DESC LIMIT 1`],
  ] as const;
  for (const [tier, rest] of tiers) {
    const { rows } = await sql<{ id: number; merchantId: number }>`
      SELECT id, merchant_id FROM merchant_cards WHERE match_descriptor = ${descriptor} AND status = 'REGISTERED' ${rest}
    `.execute(db);
    if (rows.length > 0) return { tier, ids: rows.map(({ id }) => id) };
  }
  return { tier: null, ids: [] };
}

describe('A-109 A-110 A-111 A-112 against the document’s three SQL statements', () => {
  it('chooses the same card in the same tier, whatever the cards and the push', async () => {
    const few = <T>(...values: T[]) => fc.constantFrom(...values);
    const anyCard = fc.record({
      name: fc.constant('x'),
      owner: few<Owner>('A', 'B', 'D'),
      descriptor: few('SHOP', 'STORE'),
      bin: few('411111', '41111122', '555555'),
      caid: few('', 'C1', 'C2'),
      status: few<FixtureCard['status']>('REGISTERED', 'REGISTERED', 'REGISTERED', 'FAILED', 'CLOSED'),
      registered: few(1, 2, 3),
      created: few(1, 2, 3),
    });
    const identity = ({ owner, descriptor, bin, caid }: FixtureCard) => [owner, descriptor, bin, caid].join();
    const anyCards = fc.uniqueArray(anyCard, { maxLength: 8, selector: identity });
    const anyPush = fc.record({
      descriptor: few('SHOP', 'STORE', 'OTHER'),
      bin: few('411111', '41111122', ''),
      caid: few('', 'C1', 'C3'),
    });

    await fc.assert(
      fc.asyncProperty(anyCards, fc.array(anyPush, { minLength: 10, maxLength: 10 }), async (cards, pushes) => {
        await store(cards);
        for (const { descriptor, bin, caid } of pushes) {
          const keys = { descriptor, descriptorRegister: null, cardBin: bin, caid };
          const ours = matchAlert(keys, await candidateCards(database.db, [keys]), { deliverAmbiguous: true });
          const theirs = await document(descriptor, bin, caid);
          expect([ours.tier, ours.card?.cardId]).toEqual([theirs.tier, theirs.ids[0]]);
          if (theirs.tier !== 'DESCRIPTOR') expect(ours.candidates.map(({ cardId }) => cardId)).toEqual(theirs.ids);
        }
      }),
      { numRuns: 60 },
    );
  });
});
