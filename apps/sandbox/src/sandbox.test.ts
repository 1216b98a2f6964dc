import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startSandbox } from './sandbox.ts';
import { control, type FeedbackState, type PushAnswer } from './testing/control-client.ts';
import { callProvider, feedbackBody, registerBody } from './testing/provider-client.ts';
import { startReceiver } from './testing/receiver.ts';
import { message, sendMail } from './testing/smtp-client.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

describe('reset and configure', () => {
  it('reset forgets what happened but neither the settings nor the ids already used', async () => {
    const platform = await startReceiver();
    const sandbox = await startSandbox({ settings: { platformUrl: platform.url } });
    await callProvider(sandbox.http, '/api/tradefensor/register', registerBody());
    await callProvider(sandbox.http, '/feedback', feedbackBody());
    await control(sandbox.http, 'push', {});
    await control(sandbox.http, 'faults', { target: 'smtp', mode: 'slow', latencyMs: 1 });
    await sendMail(sandbox.smtp, { to: ['a@b.test'], raw: message({ subject: 's', text: 't', html: '' }) });

    await control(sandbox.http, 'reset', {});
    const states = await Promise.all(
      ['registrations', 'feedback', 'pushes', 'mails', 'faults'].map((path) => control(sandbox.http, path)),
    );
    expect(states.map(({ body }) => body)).toEqual([
      { requests: [], effects: [], registrations: [] },
      { requests: [], effects: [] },
      { pushes: [] },
      [],
      { faults: [], targets: expect.any(Object) },
    ]);
    const { body } = await control<PushAnswer>(sandbox.http, 'push', {});
    expect(body.results).toMatchObject([{ alertId: 'SBX-000002', status: 200 }]);
    await sandbox.stop();
    await platform.stop();
  });

  it('configure changes what is given, at once, and refuses what it does not know', async () => {
    const sandbox = await startSandbox();
    await control(sandbox.http, 'configure', { signKey: 'another-key' });
    expect((await callProvider(sandbox.http, '/ping')).status).toBe(401);
    await control(sandbox.http, 'configure', { signKey: 'demo-sign-key' });
    expect((await callProvider(sandbox.http, '/ping')).status).toBe(200);
    expect((await control(sandbox.http, 'configure', { signkey: 'x' })).status).toBe(400);
    expect((await control(sandbox.http, 'configure', { platformUrl: 'not an address' })).status).toBe(400);
    await sandbox.stop();
  });
});

describe('the process', () => {
  it('prints one line when ready and leaves quickly on SIGTERM, open connections or not', async () => {
    const child = spawn(process.execPath, [MAIN], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    const ready = JSON.parse(line);
    expect(ready).toEqual({
      ready: true,
      http: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      smtp: expect.stringMatching(/^smtp:\/\/127\.0\.0\.1:\d+$/),
      mail: `${ready.http}/mail`,
    });
    await control(ready.http, 'faults', { target: 'provider.ping', mode: 'timeout' });
    const hanging = callProvider(ready.http, '/ping').catch((error: unknown) => error);
    await expect.poll(async () => (await control<FeedbackState>(ready.http, 'pings')).body.requests).toHaveLength(1);
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(await hanging).toBeInstanceOf(TypeError);
  });

  it('says which port is taken, or which variable is wrong, and exits with 78', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const taken = holder.address();
    const port = taken !== null && typeof taken === 'object' ? String(taken.port) : '';
    for (const [env, text] of [
      [{ SANDBOX_PORT: port }, `EADDRINUSE: address already in use 127.0.0.1:${port}`],
      [{ SANDBOX_PLATFORM_URL: 'nowhere' }, 'SANDBOX_PLATFORM_URL'],
    ] as const) {
      const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'pipe'] });
      const said = child.stderr.setEncoding('utf8').toArray();
      const [code] = await once(child, 'exit');
      expect(code).toBe(78);
      expect((await said).join('')).toContain(text);
    }
    holder.close();
  });
});
