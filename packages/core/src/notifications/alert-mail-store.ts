import type { Executor } from '../kernel/context.ts';

/** The alert of a mail as it is now. */
export function alertOfMail(db: Executor, alertRef: number) {
  return (
    db
      .selectFrom('chargebackAlerts')
      .select(['id', 'merchantId', 'deadline', 'needsAnswer', 'processStatus', 'holdReason'])
      // Whether its merchant has a rule at work that answers; asked along, so that it costs the others nothing.
      .select((eb) =>
        eb
          .exists(
            eb
              .selectFrom('responseRules as r')
              .select('r.id')
              .where('r.state', '=', 'ON')
              .where('r.mode', '=', 'ANSWER')
              .whereRef('r.merchantId', '=', 'chargebackAlerts.merchantId'),
          )
          .as('ruled'),
      )
      .where('id', '=', alertRef)
      .executeTakeFirst()
  );
}

interface SameAlert {
  id: number;
  alertRef: number;
  recipient: string;
}

/** Whether this address was told of this alert since then, or an earlier mail of the kind is about to. */
export async function toldSince(db: Executor, mail: SameAlert, since: Date): Promise<boolean> {
  const row = await db
    .selectFrom('emailMessages')
    .select('id')
    .where('alertRef', '=', mail.alertRef)
    .where('recipient', '=', mail.recipient)
    .where('kind', 'in', ['alert.new', 'alert.reminder'])
    .where('id', '<>', mail.id)
    .where((eb) =>
      eb.or([
        eb.and([eb('status', '=', 'SENT'), eb('sentTime', '>', since)]),
        eb.and([eb('status', '=', 'QUEUED'), eb('id', '<', mail.id)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
