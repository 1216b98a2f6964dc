import { adminAlert, effectsOf, enrol, mailAbout, mailsAbout, push, requestsOf, setAside } from './story.mjs';
import { expect, readRun, until } from './world.mjs';

const HOUR = 3_600_000;

export const STEPS = [
  {
    title: 'A merchant enrols cards 报备',
    async run(story) {
      const { merchant, address, names, world } = story;
      await enrol(merchant, names.own, '411111', 'CAID-1', address);
      await enrol(merchant, names.own, '422222', '', address);
      const { effects } = await world.registrations();
      const seen = effects.filter((effect) => JSON.stringify(effect).includes(names.own)).length;
      expect(seen === 2, `2 enrolments at the provider, not ${seen}`);
      return `${names.own}: 2 cards REGISTERED, the provider has both`;
    },
  },
  {
    title: 'Exact match 精确匹配, mail 邮件',
    async run(story) {
      const result = await push(story, { descriptor: story.names.own.toLowerCase(), caid: 'CAID-1' });
      expect(result.status === 200, `200, not ${result.status}`);
      const alert = await adminAlert(story, result.alertId);
      expect(alert.matchTier === 'EXACT', `EXACT, not ${alert.matchTier}`);
      const mail = await mailAbout(story, result.alertId);
      story.exact = alert;
      story.exactId = result.alertId;
      return `${result.alertId} → ${alert.merchantName}; mail “${mail.subject}” with ${mail.links[0]}`;
    },
  },
  {
    title: 'Empty CAID 授权卡未填 CAID',
    async run(story) {
      const { alertId } = await push(story, { descriptor: story.names.own, cardBin: '422222', caid: 'CAID-9' });
      const alert = await adminAlert(story, alertId);
      expect(alert.matchTier === 'EMPTY_CAID', `EMPTY_CAID, not ${alert.matchTier}`);
      story.second = alert;
      return `${alertId} → ${alert.matchTier}`;
    },
  },
  {
    title: 'Descriptor only 仅描述符',
    async run(story) {
      const { alertId } = await push(story, { descriptor: story.names.own, cardBin: '499999' });
      const alert = await adminAlert(story, alertId);
      expect(alert.matchTier === 'DESCRIPTOR', `DESCRIPTOR, not ${alert.matchTier}`);
      return `${alertId} → ${alert.matchTier}, ${alert.matchStatus}`;
    },
  },
  {
    title: 'Unmatched 未匹配 → assigned 指派',
    async run(story) {
      const { admin, names } = story;
      const { alertId } = await push(story, { descriptor: names.nobody });
      const alert = await adminAlert(story, alertId);
      expect(alert.matchStatus === 'UNMATCHED', `UNMATCHED, not ${alert.matchStatus}`);
      const me = await story.merchant('GET', '/merchant/profile');
      await admin('POST', `/admin/alerts/${alert.id}/assign`, {
        merchantId: me.id,
        reason: 'Demo: the merchant knows this order',
      });
      await mailAbout(story, alertId);
      return `${alertId} waited in the queue, was assigned to ${me.companyName}, its mail went out`;
    },
  },
  {
    title: 'Several merchants 多重匹配 → held 待核对',
    async run(story) {
      const { admin, merchant, address, names } = story;
      const me = await merchant('GET', '/merchant/profile');
      const { records } = await admin('GET', '/admin/merchants?status=ACTIVE&size=50');
      const other = records.find((one) => one.id !== me.id);
      expect(other, 'a second active merchant');
      await enrol(merchant, names.shared, '455555', '', address);
      await enrol(admin, names.shared, '455555', '', address, other.id);
      const { alertId } = await push(story, { descriptor: names.shared, cardBin: '455555' });
      const alert = await adminAlert(story, alertId);
      expect(alert.holdReason === 'AMBIGUOUS_MERCHANTS', `held, not ${alert.holdReason}`);
      const mine = await merchant('GET', `/alerts?keyword=${encodeURIComponent(alertId)}`);
      expect(mine.total === 0, 'the merchant not to see it');
      expect(alert.merchantId === null, "it to be nobody's");
      return `${alertId}: ${alert.matchStatus}, held; neither merchant sees it`;
    },
  },
  {
    title: 'Duplicate 重复推送',
    async run(story) {
      const before = (await mailsAbout(story, story.exactId)).length;
      const [result] = await story.world.push({ duplicateOf: story.exactId });
      expect(result.status === 200 && result.body.data.duplicate === true, '200 with duplicate: true');
      await until('the repetition in the history', async () =>
        (await story.admin('GET', `/alerts/${story.exact.id}`)).timeline.some(
          ({ kind }) => kind === 'DUPLICATE_RECEIVED',
        ),
      );
      const after = (await mailsAbout(story, story.exactId)).length;
      expect(after === before, `${before} mail(s) about it, not ${after}`);
      return 'answered 200, duplicate: true; one alert, no second mail';
    },
  },
  {
    title: 'Update 更新',
    async run(story) {
      const [result] = await story.world.push({ updateOf: story.exactId, alert: { amount: '43.75' } });
      expect(result.status === 200, `200, not ${result.status}`);
      const alert = await until('the update', async () => {
        const detail = await story.merchant('GET', `/alerts/${story.exact.id}`);
        return detail.revisions === 1 ? detail : undefined;
      });
      return `amount is ${alert.amount} ${alert.currency} now, the former content is in its history`;
    },
  },
  {
    title: 'Bad signature 签名错误',
    async run(story) {
      const result = await push(story, { descriptor: story.names.own }, { badSignature: true });
      expect(result.status === 401, `401, not ${result.status}`);
      return `refused with 401: ${result.body.message}`;
    },
  },
  {
    title: 'Late 迟到 and stale 过期',
    async run(story) {
      const late = await push(story, { descriptor: story.names.own }, { staleTimestamp: 600_000 });
      expect(late.status === 200, `200, not ${late.status}`);
      const alert = await adminAlert(story, late.alertId);
      expect(alert.late === true, 'the late mark');
      const stale = await push(story, { descriptor: story.names.own }, { staleTimestamp: 25 * HOUR });
      expect(stale.status === 200, `200, not ${stale.status}`);
      expect((await setAside(story, stale.alertId)).stale, 'the stale mark');
      return 'signed 10 min ago: processed and marked; 25 h ago: kept for an admin';
    },
  },
  {
    title: 'Unparsable 无法读取',
    async run(story) {
      const [result] = await story.world.push({ raw: JSON.stringify({ alertId: story.names.odd, amount: 'a lot' }) });
      expect(result.status === 200, `200, not ${result.status}`);
      const kept = await setAside(story, story.names.odd);
      return `kept as delivery ${kept.id}, to be replayed: ${kept.error.slice(0, 60)}…`;
    },
  },
  {
    title: 'Answered once 处理并反馈',
    async run(story) {
      await story.merchant('PUT', `/alerts/${story.exact.id}/process`, {
        action: 'REFUND',
        reason: 'Refunded after the customer called',
        refundAmount: 42.5,
      });
      const alert = await until('the answer reaching the provider', async () => {
        const detail = await story.merchant('GET', `/alerts/${story.exact.id}`);
        return ['SENT', 'ACCEPTED'].includes(detail.feedbackStatus) ? detail : undefined;
      });
      expect((await effectsOf(story, story.exactId)).length === 1, 'exactly one answer at the provider');
      return `REFUND 42.50 USD → ${alert.feedbackStatus}, 1 effect at the provider`;
    },
  },
  {
    title: 'Worker killed in the middle 中途杀死进程',
    slow: 'The worker is killed while the provider is answering; its lease runs out after 45 s.',
    async run(story) {
      const { run, world, merchant, second } = story;
      const worker = readRun().pids.worker;
      await world.fault({ target: 'provider.feedback', mode: 'slow', latencyMs: 4000, times: 1 });
      await merchant('PUT', `/alerts/${second.id}/process`, {
        action: 'CONFIRM_TRANSACTION',
        reason: 'The customer confirmed the purchase',
      });
      await until('the provider having the request', async () =>
        requestsOf(story, second.alertId).then((all) => all.length > 0),
      );
      process.kill(worker, 'SIGKILL');
      await until('a new worker', async () => readRun().pids.worker !== worker, 30);
      await until(
        'the answer being settled',
        async () => ['SENT', 'ACCEPTED'].includes((await merchant('GET', `/alerts/${second.id}`)).feedbackStatus),
        90,
      );
      const effects = await effectsOf(story, second.alertId);
      const requests = await requestsOf(story, second.alertId);
      expect(effects.length === 1, `exactly one answer, not ${effects.length}`);
      expect(new Set(requests.map((one) => one.bodySha256)).size === 1, 'identical bytes in every try');
      return `killed process ${worker}; ${requests.length} request(s) of identical bytes, 1 effect (${run.provider.merchantNo})`;
    },
  },
  {
    title: 'Interface log 接口日志',
    async run({ admin, since }) {
      const { records } = await admin('GET', `/admin/interface-calls?size=100&from=${since}`);
      const counts = Map.groupBy(records, ({ operation, outcome }) => `${operation} ${outcome}`);
      for (const wanted of ['provider.register DONE', 'provider.feedback DONE', 'webhook.alert REFUSED'])
        expect(counts.has(wanted), `${wanted} in the log`);
      return [...counts].map(([what, calls]) => `${what} ×${calls.length}`).join(', ');
    },
  },
];
