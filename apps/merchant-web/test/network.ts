import type { Account, TestSystem } from '@forewarn/api/testing';
import { buildCard, unique } from '@forewarn/core/testing';

const HOUR = 3_600_000;

/** The alert network, as the sandbox plays it. */
export function network({ sandbox }: TestSystem) {
  if (!sandbox) throw new Error('Start the system with its sandbox.');
  const { http } = sandbox;
  async function control<T>(path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${http}/__control/${path}`, {
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
  return {
    /** Pushes one alert that was raised `hoursAgo` (its deadline is 24 hours after that); gives its alert id. */
    async push(alert: Record<string, unknown>, hoursAgo = 1): Promise<string> {
      const alertTime = new Date(Date.now() - hoursAgo * HOUR).toISOString();
      const alertId = `ALERT-${unique()}`;
      const { results } = await control<{ results: { status: number }[] }>('push', {
        alert: { alertId, alertTime, amount: 10, currency: 'USD', ...alert },
      });
      if (results[0]?.status !== 200) throw new Error(`The push was answered ${results[0]?.status}.`);
      return alertId;
    },
    /** What has arrived there as an answer to the alert. */
    async answersTo(alertId: string) {
      const { effects } = await control<{ effects: { alertId: string; [key: string]: unknown }[] }>('feedback');
      return effects.filter((effect) => effect.alertId === alertId);
    },
    fault: (target: string, mode: string, times: number) => control('faults', { target, mode, times }),
  };
}

/** A merchant with one enrolled card; alerts with its descriptor are theirs. */
export async function merchantWithCard(system: TestSystem): Promise<Account & { descriptor: string }> {
  const merchant = await system.merchant({ companyName: `Shop ${unique()}` });
  const { descriptor } = await buildCard(system.core.db, { merchantId: merchant.id });
  return { ...merchant, descriptor };
}

/** The alert's number in the merchant's list, once it is there. */
export async function numberOf(system: TestSystem, merchant: Account, alertId: string): Promise<number> {
  const token = await merchant.token();
  for (;;) {
    const { body } = await system.client.call<{ records: { id: number }[] }>(
      'GET',
      `/api/v1/alerts?keyword=${alertId}`,
      {
        token,
      },
    );
    const found = body.data.records[0];
    if (found) return found.id;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
