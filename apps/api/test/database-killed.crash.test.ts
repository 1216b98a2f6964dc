import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killService, startService } from '../../../scripts/services/control.mjs';
import { addMerchant, type CrashMerchant } from './crash/merchant.ts';
import { report } from './crash/report.ts';
import { type Rig, startRig } from './crash/rig.ts';
import { type SenderLedger, sendAlerts } from './crash/sender.ts';
import { verify } from './crash/verify.ts';

/** The services of this run: `npm test` says where; without them there is no database that may be killed. */
const services = process.env.TEST_SERVICES_FILE ?? '';
const ALERTS = 600;
const KILLS = 3;

describe.skipIf(services === '')(
  'the database fails under load (only by npm test: it needs a database of its own)',
  () => {
    let rig: Rig;
    let merchant: CrashMerchant;
    beforeAll(async () => {
      // Work that was cut off is due again after this long.
      rig = await startRig({ EFFECT_LEASE_MS: '5000', INGEST_LEASE_MS: '5000' });
      merchant = await addMerchant(rig);
      await rig.start('web');
      await rig.start('worker');
    });
    afterAll(() => rig.stop());

    /** Sends alerts, does something to the database at every `every`th acknowledgement, compares the ledgers. */
    async function disturb(
      title: string,
      alerts: number,
      every: number,
      act: () => Promise<number>,
    ): Promise<SenderLedger> {
      const outages: number[] = [];
      let acting = Promise.resolve();
      const broken = Promise.withResolvers<never>();
      const load = sendAlerts({
        url: rig.url,
        alerts: merchant.alerts(alerts),
        onAck(count) {
          if (count % every !== 0 || count === alerts) return;
          acting = acting.then(async () => void outages.push(Math.round(await act()))).catch(broken.reject);
        },
      });
      const sent = await Promise.race([load, broken.promise]);
      await acting;
      const { acked, answers, slowest, gap } = sent;
      const { 200: ok, 503: refused = 0, ...others } = answers;
      expect(others, 'it answers 200 or 503 and always answers').toEqual({});
      expect(ok).toBe(alerts);
      expect(refused, 'the outages were felt').toBeGreaterThan(0);
      const figures = await verify(rig, { acked, recipients: merchant.recipients });
      expect(figures).toMatchObject({ acked: alerts, missing: 0, twice: 0 });
      report(title, { ...figures, refused, outages, slowest: Math.round(slowest), gap: Math.round(gap) });
      return sent;
    }

    it('C-174 X-028 killed and started again: never a false 200, it goes on by itself', async () => {
      const { slowest } = await disturb('database killed', ALERTS, ALERTS / (KILLS + 1), async () => {
        const killed = performance.now();
        await killService('mysqld');
        await startService('mysqld');
        return performance.now() - killed;
      });
      expect(slowest, 'nobody hangs').toBeLessThan(10_000);
    });

    it('C-174 X-028 silent for three seconds: 503 in about as long, then it goes on', async () => {
      const { pid } = JSON.parse(readFileSync(services, 'utf8')).mysqld as { pid: number };
      const { slowest } = await disturb('database silent', 200, 100, async () => {
        process.kill(pid, 'SIGSTOP');
        await sleep(3000);
        process.kill(pid, 'SIGCONT');
        return 3000;
      });
      expect(slowest, 'ms until the 503').toBeLessThan(4500);
    });
  },
);
