import { MERCHANT_ROLES, STAFF_ROLES } from '@forewarn/core/kernel/access';
import { buildAlert, buildCard, buildUser } from '@forewarn/core/testing';
import { sql } from 'kysely';
import { TEST_PASSWORD, type TestSystem } from '../testing/index.ts';
import type { Expected } from './expected.fixtures.ts';

/** Stands in everything that is merchant A's, so that a leak can be seen in any answer. */
export const MARK = 'ZQMARK';

export interface Target {
  merchantId: number;
  ownerEmail: string;
}

export interface Visitor {
  name: string;
  /** Whose rows the call names. */
  target: Target;
  signIn(): Promise<string>;
  token: string | undefined;
  expects(expected: Expected): Verdict;
}

/** `foreign`: may in general, not here: 404 where the call names a row, nothing of A's in the answer otherwise. */
export type Verdict = 'may' | 'unauthenticated' | 'forbidden' | 'suspended' | 'foreign';

/** Nobody, all who belong to merchant A, the owners of B and of a suspended merchant, and each staff role. */
export async function createWorld(system: TestSystem) {
  const { core, client } = system;
  const passwordHash = await core.ports.passwords.hash(TEST_PASSWORD);
  const a = await system.merchant({
    companyName: `${MARK} Company`,
    email: `${MARK}@example.test`,
    contactPerson: MARK,
  });
  const b = await system.merchant({ companyName: 'Other Company' });
  const s = await system.merchant({ companyName: 'Suspended Company', status: 'SUSPENDED' });
  // So that a list that forgets whose rows it shows has something to show.
  await buildCard(core.db, { merchantId: a.id, descriptor: `${MARK} SHOP` });
  await buildAlert(core.db, { merchantId: a.id, alertId: `${MARK}-0` });
  const A: Target = { merchantId: a.id, ownerEmail: a.email };
  const S: Target = { merchantId: s.id, ownerEmail: s.email };

  const visitors: Visitor[] = [
    {
      name: 'nobody',
      target: A,
      token: undefined,
      signIn: () => Promise.reject(new Error('nobody has no account')),
      expects: ({ open }) => (open === undefined ? 'unauthenticated' : 'may'),
    },
  ];
  const add = async (
    name: string,
    target: Target,
    realm: 'merchant' | 'staff',
    email: string,
    expects: Visitor['expects'],
  ) => {
    const signIn = () => client.signIn(email, TEST_PASSWORD, realm);
    visitors.push({ name, target, signIn, token: await signIn(), expects });
  };
  const reaches = (least: Expected['merchant'], role: (typeof MERCHANT_ROLES)[number]) =>
    least !== 'nobody' && MERCHANT_ROLES.indexOf(role) <= MERCHANT_ROLES.indexOf(least);
  for (const role of MERCHANT_ROLES) {
    const email = role === 'OWNER' ? a.email : (await buildUser(core.db, a.id, { role, passwordHash })).email;
    await add(`merchant A, ${role}`, A, 'merchant', email, ({ merchant }) =>
      reaches(merchant, role) ? 'may' : 'forbidden',
    );
  }
  await add('merchant B with A’s numbers', A, 'merchant', b.email, ({ merchant }) =>
    merchant === 'nobody' ? 'forbidden' : 'foreign',
  );
  await add('a suspended merchant', S, 'merchant', s.email, ({ merchant }) =>
    merchant === 'nobody' ? 'forbidden' : 'suspended',
  );
  for (const role of STAFF_ROLES) {
    const { email } = await system.staff({ roles: [role] });
    await add(role, A, 'staff', email, ({ staff }) => (staff.includes(role) ? 'may' : 'forbidden'));
  }
  return { a: A, visitors };
}

/** A merchant's people and newest rows in full and how many there are of each, to see afterwards that nothing has changed. */
export async function everythingOf({ core: { db } }: TestSystem, merchantId: number): Promise<string> {
  const count = sql<number>`count(*)`.as('n');
  const cards = db.selectFrom('merchantCards').where('merchantId', '=', merchantId);
  const alerts = db.selectFrom('chargebackAlerts').where('merchantId', '=', merchantId);
  const rows = await Promise.all([
    db.selectFrom('merchants').selectAll().where('id', '=', merchantId).execute(),
    db.selectFrom('merchantUsers').selectAll().where('merchantId', '=', merchantId).orderBy('id').execute(),
    cards.selectAll().orderBy('id', 'desc').limit(3).execute(),
    alerts.selectAll().orderBy('id', 'desc').limit(3).execute(),
    cards.select(count).execute(),
    alerts.select(count).execute(),
    db.selectFrom('alertEvidence').select(count).execute(),
    db.selectFrom('alertFeedbacks').select(count).execute(),
  ]);
  // Last sign-ins move by themselves.
  return JSON.stringify(rows, (key, value) => (key === 'lastLoginTime' ? undefined : value));
}
