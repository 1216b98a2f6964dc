import { buildAlert, buildCard } from '@forewarn/core/testing';
import type { Answer } from '../testing/client.ts';
import { type Account, startTestSystem, type TestSystem, type TestSystemOptions } from '../testing/index.ts';
import type { Entry } from './attack-surface.ts';

/** Stands in every field of somebody else's rows: nobody but staff may ever read it. */
export const CANARY = 'canary-of-somebody-else';

interface Owned {
  account: Account;
  alertId: number;
  cardId: number;
}

export interface AttackedSystem extends TestSystem {
  /** Whose data the attacks are after. */
  victim: Owned;
  /** A merchant with an alert and a card. */
  owner(name?: string): Promise<Owned>;
  /** Sends the values as who may do it; a fresh sign-in each time it is asked for a sender. */
  sender(entry: Entry, owner?: Owned): Promise<(values: Record<string, unknown>, more?: object) => Promise<Answer>>;
  /** The victim's rows and the tables there are, to compare before and after. */
  state(): Promise<unknown>;
}

export async function startAttackedSystem(options: TestSystemOptions = {}): Promise<AttackedSystem> {
  const system = await startTestSystem(options);
  const { db } = system.core;
  const owner = async (name = 'Company'): Promise<Owned> => {
    const account = await system.merchant({ companyName: name, contactPerson: name });
    const alert = await buildAlert(db, { merchantId: account.id });
    const card = await buildCard(db, { merchantId: account.id });
    return { account, alertId: alert.id, cardId: card.id };
  };
  const victim = await owner(CANARY);
  await db.updateTable('chargebackAlerts').set({ descriptor: CANARY }).where('id', '=', victim.alertId).execute();
  await db.updateTable('merchantCards').set({ remark: CANARY }).where('id', '=', victim.cardId).execute();
  const of = async (entry: Entry, given?: Owned): Promise<string | undefined> => {
    if (entry.by === 'nobody') return undefined;
    if (entry.by === 'staff') return (await system.staff({ roles: ['SYSTEM_ADMIN'] })).token();
    return (given ?? (await owner())).account.token();
  };
  return {
    ...system,
    victim,
    owner,
    async sender(entry, given) {
      const token = await of(entry, given);
      return (values, more = {}) => {
        const { method, path, body } = entry.request(values);
        const headers = { 'x-client': 'api' };
        return system.client.call(method, path, { ...(token !== undefined && { token }), body, headers, ...more });
      };
    },
    async state() {
      const tables = await db.introspection.getTables();
      return {
        tables: tables.map(({ name }) => name).sort(),
        merchant: await db.selectFrom('merchants').selectAll().where('id', '=', victim.account.id).execute(),
        alerts: await db
          .selectFrom('chargebackAlerts')
          .selectAll()
          .where('merchantId', '=', victim.account.id)
          .execute(),
        cards: await db.selectFrom('merchantCards').selectAll().where('merchantId', '=', victim.account.id).execute(),
      };
    },
  };
}

/** Values for the names that stand for rows: the owner's own, so that an attack on one field gets past the others. */
export function knownValues(entry: Entry, owner: Pick<Owned, 'alertId' | 'cardId'>, merchantId: number) {
  const id = /card/i.test(entry.title) ? owner.cardId : /merchants/.test(entry.title) ? merchantId : owner.alertId;
  return { id, ids: [owner.alertId], merchantId, page: 1, size: 10, realm: 'merchant' };
}
