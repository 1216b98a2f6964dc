import { describe, expect, it } from 'vitest';
import { startSandbox } from '../sandbox.ts';
import { control } from '../testing/control-client.ts';

const WHO = {
  username: 'wang.li',
  password: 'right-1234',
  name: '王丽',
  roles: ['SALES'],
  permissions: ['customer:view'],
};

async function withService(work: (url: string) => Promise<void>): Promise<void> {
  const sandbox = await startSandbox();
  try {
    await work(sandbox.http);
  } finally {
    await sandbox.stop();
  }
}

interface Entry {
  access_token: string;
  user_info: { user_id: string; name: string };
}
/** What a sign-in answered. */
const entryOf = async (answer: Response) => (await answer.json()) as Entry;
const login = (url: string, username: string, password: string) =>
  fetch(`${url}/api/v1/auth/login`, { method: 'POST', body: JSON.stringify({ username, password }) });
const validate = async (url: string, token: string) =>
  (await fetch(`${url}/api/v1/auth/validate`, { headers: { Authorization: `Bearer ${token}` } })).json();

describe('C-251 the sign-in service', () => {
  it('answers as document 002 §5.1 has it', () =>
    withService(async (url) => {
      await control(url, 'auth/users', WHO);
      const answer = await login(url, 'wang.li', 'right-1234');
      const body = await entryOf(answer);
      expect(body).toEqual({
        access_token: expect.any(String),
        token_type: 'bearer',
        expires_in: 3600,
        user_info: { user_id: expect.any(String), username: 'wang.li', name: '王丽', roles: ['SALES'] },
      });
      expect(await validate(url, body.access_token)).toEqual({ valid: true, permissions: ['customer:view'] });
      expect(await validate(url, 'made-up')).toEqual({ valid: false, permissions: [] });
    }));

  it('refuses a wrong password with 401 and a disabled user with 403, whose tokens end; the id stays', () =>
    withService(async (url) => {
      await control(url, 'auth/users', WHO);
      const first = await entryOf(await login(url, 'wang.li', 'right-1234'));
      expect((await login(url, 'wang.li', 'wrong')).status).toBe(401);
      expect((await login(url, 'nobody', 'wrong')).status).toBe(401);
      await control(url, 'auth/users/disable', { username: 'wang.li' });
      expect((await login(url, 'wang.li', 'right-1234')).status).toBe(403);
      expect(await validate(url, first.access_token)).toMatchObject({ valid: false });
      await control(url, 'auth/users', { ...WHO, name: '王莉' });
      const again = await entryOf(await login(url, 'wang.li', 'right-1234'));
      expect(again.user_info).toMatchObject({ user_id: first.user_info.user_id, name: '王莉' });
    }));

  it('ends tokens when they are over or told to, and fails on demand', () =>
    withService(async (url) => {
      const { access_token } = await entryOf(await login(url, 'admin', 'demo-auth-2026'));
      await control(url, 'auth/tokens/end', { username: 'admin' });
      expect(await validate(url, access_token)).toMatchObject({ valid: false });
      for (const mode of ['500', '429', '401', '403'])
        await control(url, 'faults', { target: 'auth.login', mode, times: 1 });
      const statuses: number[] = [];
      for (let i = 0; i < 5; i++) statuses.push((await login(url, 'admin', 'demo-auth-2026')).status);
      expect(statuses).toEqual([500, 429, 401, 403, 200]);
    }));
});
