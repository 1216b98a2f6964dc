import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../operations.ts';
import { startTestSystem, type TestSystem } from '../testing/index.ts';
import { type Door, doors, type Reply } from './call.fixtures.ts';
import { EXPECTED, type Expected } from './expected.fixtures.ts';
import { INPUTS } from './inputs.fixtures.ts';
import { sampleInput } from './sample-input.fixtures.ts';
import { createWorld, everythingOf, MARK, type Verdict, type Visitor } from './world.fixtures.ts';

let system: TestSystem;
let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(async () => {
  system = await startTestSystem();
  world = await createWorld(system);
});
afterAll(() => system?.stop());

/** Calls once with fresh rows and says what is wrong with the answer; nothing when it is as expected. */
async function complaint(door: Door, visitor: Visitor, expected: Expected): Promise<string | undefined> {
  const made = (await INPUTS[door.operation.name]?.(system, visitor.target)) ?? { input: {} };
  const input = made.form ? made.input : { ...sampleInput(door.operation.input), ...made.input };
  const token = made.endsSession && visitor.token !== undefined ? await visitor.signIn() : visitor.token;
  const verdict = refine(visitor.expects(expected), door, expected);
  const look = async () => (verdict === 'may' ? '' : everythingOf(system, visitor.target.merchantId));
  const before = await look();
  const reply = await door.call(system, { input, form: made.form, token });
  const wrong = judge(reply, verdict, expected, made.names === 'row');
  if (wrong)
    return `${visitor.name}: expected ${wrong}, got ${reply.status} ${reply.error ?? ''} ${reply.text.slice(0, 200)}`;
  return (await look()) === before ? undefined : `${visitor.name}: was refused and has changed something all the same`;
}

/** What a suspended merchant may all the same: look, and what is open to everybody. */
function refine(verdict: Verdict, { operation }: Door, { open, whileSuspended }: Expected): Verdict {
  if (open !== undefined) return 'may';
  return verdict === 'suspended' && (operation.kind === 'query' || whileSuspended) ? 'may' : verdict;
}

function judge(reply: Reply, verdict: Verdict, { open, answers }: Expected, namesRow: boolean): string | undefined {
  const is = (status: number, error?: string) => reply.status === status && reply.error === error;
  switch (verdict) {
    case 'may':
      if (open !== undefined && open !== 'OK') return reply.error === open ? undefined : open;
      if (answers !== undefined) return reply.error === answers ? undefined : answers;
      return is(200) ? undefined : '200';
    case 'unauthenticated':
      return is(401, 'UNAUTHENTICATED') ? undefined : '401 UNAUTHENTICATED';
    case 'forbidden':
      return is(403, 'FORBIDDEN') ? undefined : '403 FORBIDDEN';
    case 'suspended':
      return is(403, 'MERCHANT_SUSPENDED') ? undefined : '403 MERCHANT_SUSPENDED';
    case 'foreign':
      if (reply.text.toUpperCase().includes(MARK)) return 'nothing of merchant A in the answer';
      if (answers !== undefined && reply.error === answers) return undefined;
      if (namesRow) return reply.status === 404 ? undefined : '404';
      if (answers !== undefined) return answers;
      return is(200) ? undefined : '200 without anything of merchant A';
  }
}

it('A-328 every operation has its line in the matrix, and every line its operation', () => {
  const offered = operations().map(({ operation }) => operation.name);
  expect(Object.keys(EXPECTED).toSorted()).toEqual(offered.toSorted());
});

// A door that is cut off half-way goes on in the background and would disturb the next: a busy machine gets its time.
const PATIENCE = { timeout: 180_000 };

describe(
  'A-022 A-023 A-024 A-025 A-026 A-027 A-028 A-029 A-030 A-306 A-328 C-152 C-153 C-262 the permission matrix',
  PATIENCE,
  () => {
    it.each(doors().map((door) => [door.name, door] as const))('%s', async (_name, door) => {
      const expected = EXPECTED[door.operation.name];
      if (!expected) throw new Error(`${door.operation.name} has no line in expected.fixtures.ts`);
      const complaints: (string | undefined)[] = [];
      for (const visitor of world.visitors) complaints.push(await complaint(door, visitor, expected));
      expect(complaints.filter((one) => one !== undefined)).toEqual([]);
    });
  },
);

it('C-152 a token that isn’t one of ours opens nothing that needs one', PATIENCE, async () => {
  const wrong: string[] = [];
  for (const door of doors()) {
    if (EXPECTED[door.operation.name]?.open !== undefined) continue;
    const input = { ...sampleInput(door.operation.input), id: 1, evidenceId: 'x', code: 'SALES' };
    const { status } = await door.call(system, { input, token: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.' });
    if (status !== 401) wrong.push(`${door.name}: ${status}`);
  }
  expect(wrong).toEqual([]);
});
