import { amountToNumber } from '../kernel/money.ts';
import { iso } from '../kernel/time.ts';
import { firstRule, fits, type RuleAlert } from '../rule-plans/index.ts';
import {
  type BackTest,
  type NamedAlert,
  type RuleAction,
  type RuleConditions,
  type RuleState,
  TEST_NAMED,
} from './model.ts';

export interface PastAlert extends RuleAlert {
  id: number;
  alertId: string;
  alertTime: Date;
  /** What was answered, `REFUNDED_BY_NETWORK` included; null: nothing. */
  processAction: string | null;
  /** Ten-thousandths. */
  refundAmount: bigint | null;
  /** How the dispute ended, as far as we were told: `CHARGEBACK`. */
  outcome: string | null;
  transactionId: string | null;
  arn: string | null;
}

interface Tested {
  conditions: RuleConditions;
  action: RuleAction;
}

/**
 * What a rule would have done to past alerts, had it stood behind the `before` ones. `alerts` come oldest first, RDR alerts included:
 * they tell which transactions were refunded already.
 */
export function judgePast(
  rule: Tested,
  before: readonly { state: RuleState; conditions: RuleConditions }[],
  alerts: readonly PastAlert[],
): Omit<BackTest, 'limited'> {
  const refunded = new Set<string>();
  const found = { past: 0, fits: 0, same: 0, different: 0, unanswered: 0, guarded: 0, earlier: 0, chargebacks: 0 };
  const differences: NamedAlert[] = [];
  const chargebackAlerts: NamedAlert[] = [];
  for (const alert of alerts) {
    const keys = keysOf(alert);
    if (alert.program === 'ETHOCA') {
      found.past += 1;
      if (fits(rule.conditions, alert)) {
        if (firstRule(before, alert)) found.earlier += 1;
        else judge(alert, rule.action === 'REFUND' && keys.some((key) => refunded.has(key)));
      }
    }
    if (moneyWentBack(alert)) for (const key of keys) refunded.add(key);
  }
  // The newest are the ones somebody remembers.
  const newest = (list: NamedAlert[]) => list.reverse().slice(0, TEST_NAMED);
  return { ...found, differences: newest(differences), chargebackAlerts: newest(chargebackAlerts) };

  function judge(alert: PastAlert, guarded: boolean): void {
    found.fits += 1;
    if (guarded) {
      found.guarded += 1;
      return;
    }
    if (alert.outcome === 'CHARGEBACK') {
      found.chargebacks += 1;
      chargebackAlerts.push(named(alert));
    }
    if (alert.processAction === null) found.unanswered += 1;
    else if (isSame(alert, rule.action)) found.same += 1;
    else {
      found.different += 1;
      differences.push(named(alert));
    }
  }
}

function keysOf({ transactionId, arn }: PastAlert): string[] {
  return [...(transactionId ? [`t ${transactionId}`] : []), ...(arn ? [`a ${arn}`] : [])];
}

function moneyWentBack({ processAction, refundAmount }: PastAlert): boolean {
  return processAction === 'REFUND' || processAction === 'REFUNDED_BY_NETWORK' || refundAmount !== null;
}

/** A rule refunds the whole amount; a part is another answer. */
function isSame({ processAction, refundAmount, amount }: PastAlert, action: RuleAction): boolean {
  if (processAction !== action) return false;
  return action !== 'REFUND' || refundAmount === null || refundAmount === amount;
}

export function named(alert: PastAlert): NamedAlert {
  const { id, alertId, alertTime, amount, currency, processAction } = alert;
  return { id, alertId, alertTime: iso(alertTime), amount: amountToNumber(amount), currency, answered: processAction };
}
