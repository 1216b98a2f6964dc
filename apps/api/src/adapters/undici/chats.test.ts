import type { ChatMessage } from '@forewarn/core/ports/chat-channel';
import { type Sandbox, startSandbox } from '@forewarn/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDingtalk } from '../dingtalk/chat.ts';
import { createFeishu } from '../feishu/chat.ts';
import { createSlack } from '../slack/chat.ts';
import { createWecom } from '../wecom/chat.ts';
import { createOutboundHttp } from './outbound-http.ts';

let sandbox: Sandbox;
let http: ReturnType<typeof createOutboundHttp>;
beforeAll(async () => {
  sandbox = await startSandbox();
  http = createOutboundHttp({ extraHosts: [new URL(sandbox.http).host], allowHttp: true, timeoutMs: 500 });
});
afterAll(async () => {
  await http.close();
  await sandbox.stop();
});

async function control<T = unknown>(path: string, body?: object): Promise<T> {
  const response = await fetch(`${sandbox.http}/__control/${path}`, {
    method: body ? 'POST' : 'GET',
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}
beforeEach(() => control('reset', {}));

interface Post {
  vendor: string;
  text: string;
  shown: boolean;
}
const posts = async () => (await control<{ posts: Post[] }>('chats')).posts;

const MESSAGE: ChatMessage = {
  title: '拒付预警：19.90 USD <!channel> <@all>',
  lines: ['预警ID：SBX-1', '处理截止：2026-11-22 23:40 (Asia/Shanghai)'],
  link: { label: '打开查看', url: 'https://merchant.example.test/alerts/7' },
};
const SECRET = 'SEC-our-secret';

const VENDORS = {
  wecom: { make: createWecom, path: (token: string) => `/cgi-bin/webhook/send?key=${token}`, limit: 20, code: 45009 },
  dingtalk: {
    make: createDingtalk,
    path: (token: string) => `/robot/send?access_token=${token}`,
    limit: 20,
    code: 130101,
  },
  feishu: { make: createFeishu, path: (token: string) => `/open-apis/bot/v2/hook/${token}`, limit: 5, code: 11232 },
  slack: { make: createSlack, path: (token: string) => `/services/T0/B0/${token}`, limit: 1, code: 429 },
} as const;
type Vendor = keyof typeof VENDORS;
const ALL = Object.keys(VENDORS) as Vendor[];
const SIGNING = ['dingtalk', 'feishu'] as const;

function send(vendor: Vendor, token = 'robottoken', secret: string | null = null, now = new Date()) {
  const { make, path } = VENDORS[vendor];
  return make(http).send({ webhook: sandbox.http + path(token), secret }, MESSAGE, now);
}

describe('A-239 chat robots, against the sandbox’s own idea of each service', () => {
  it.each(ALL)('%s: a message stands in the group, with title, facts and link, and calls nobody', async (vendor) => {
    expect(await send(vendor)).toMatchObject({ kind: 'sent' });
    const [post] = await posts();
    expect(post?.text).toContain('19.90 USD');
    expect(post?.text).toContain('处理截止：2026-11-22 23:40');
    expect(post?.text).toContain(MESSAGE.link?.url);
    if (vendor === 'slack') expect(post?.text).not.toContain('<!channel>');
    if (vendor === 'wecom') expect(post?.text).not.toContain('<@all>');
  });

  it.each(SIGNING)(
    '%s: signed as documented, to the minute; a wrong or missing signature is a definite no',
    async (vendor) => {
      await control('robots', { vendor, token: 'signedrobot', secret: SECRET });
      expect(await send(vendor, 'signedrobot', SECRET)).toMatchObject({ kind: 'sent' });
      const wrong = await send(vendor, 'signedrobot', 'another');
      expect(wrong).toMatchObject({ kind: 'refused', reply: expect.stringMatching(/sign|match/) });
      expect(await send(vendor, 'signedrobot', null)).toMatchObject({ kind: 'refused' });
      const old = new Date(Date.now() - 2 * 3_600_000);
      expect(await send(vendor, 'signedrobot', SECRET, old)).toMatchObject({ kind: 'refused' });
    },
  );

  it.each(SIGNING)('%s: a keyword the group insists on is a definite no in its service’s words', async (vendor) => {
    await control('robots', { vendor, token: 'keywordrobot', keyword: '监控报警' });
    const answer = await send(vendor, 'keywordrobot');
    expect(answer).toMatchObject({ kind: 'refused', reply: expect.stringMatching(/key ?words/i) });
  });

  it.each(ALL)('%s: a robot that was removed is a definite no, although HTTP may say 200', async (vendor) => {
    expect(await send(vendor, 'gonerobot')).toMatchObject({ kind: 'refused' });
  });

  it.each(ALL)('%s: too fast waits as long as the service says', async (vendor) => {
    const { limit, code } = VENDORS[vendor];
    const answers = [];
    for (let n = 0; n <= limit; n += 1) answers.push(await send(vendor));
    expect(answers.slice(0, limit).every(({ kind }) => kind === 'sent')).toBe(true);
    expect(answers.at(-1)).toMatchObject({ kind: 'limited', reply: expect.stringContaining(String(code)) });
    expect(answers.at(-1)).toHaveProperty(
      'retryAfter',
      { wecom: 60_000, dingtalk: 600_000, feishu: 60_000, slack: 1000 }[vendor],
    );
  });

  it.each(ALL)('%s: any other code of its own is a definite no, with its words', async (vendor) => {
    await control('faults', { target: 'chat.send', mode: 'business', code: 93000 });
    const answer = await send(vendor);
    expect(answer).toMatchObject({
      kind: 'refused',
      reply: vendor === 'slack' ? '400 invalid_payload' : expect.stringContaining('93000'),
    });
  });

  it.each(ALL)('%s: silence, a cut line, 500 and an answer that isn’t one are worth another try', async (vendor) => {
    for (const mode of ['timeout', 'reset', '500', 'broken-body']) {
      await control('faults', { target: 'chat.send', mode, times: 1 });
      expect(await send(vendor), mode).toMatchObject({ kind: 'failed' });
    }
  });

  it.each(ALL)('%s: HTTP 429 waits as long as Retry-After says', async (vendor) => {
    await control('faults', { target: 'chat.send', mode: '429' });
    expect(await send(vendor)).toMatchObject({ kind: 'limited', retryAfter: 1000 });
  });

  it.each(ALL)('%s: a redirect isn’t followed and is a definite no', async (vendor) => {
    await control('faults', { target: 'chat.send', mode: 'redirect' });
    expect(await send(vendor)).toMatchObject({ kind: 'refused', reply: expect.stringContaining('redirect') });
  });

  it('wecom: a text beyond 2048 bytes is shortened between characters, its link kept', async () => {
    const long = { ...MESSAGE, lines: ['字'.repeat(900)] };
    const webhook = sandbox.http + VENDORS.wecom.path('robottoken');
    expect(await createWecom(http).send({ webhook, secret: null }, long, new Date())).toMatchObject({ kind: 'sent' });
    const [post] = await posts();
    expect(Buffer.byteLength(post?.text ?? '')).toBeLessThanOrEqual(2048);
    expect(post?.text).toMatch(/字…\n打开查看: https/);
  });
});
