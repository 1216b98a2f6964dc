import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../failure.mjs';
import { local } from '../paths.mjs';

/** What `npm start` has written, or a plain word on what to do. */
export function readRun() {
  const file = join(local, 'run.json');
  if (!existsSync(file))
    throw new Failure('The product is not running', { hint: 'Start it with npm start, in another terminal.' });
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Calls the platform or the sandbox; gives status and parsed body, throws only when nobody answers, or not in time. */
export async function call(method, url, { token, body, headers } = {}) {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(30_000),
    headers: {
      'accept-language': 'en',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((error) => {
    throw new Failure(`${new URL(url).origin} does not answer (${error.cause?.code ?? error.message})`, {
      hint: 'Is the product still running? npm start, in another terminal.',
    });
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text };
}

/** The platform's REST API as one person: `await me('GET', '/alerts')` → data; a refusal throws with its words. */
export async function signIn(run, { account, password }, realm) {
  const answer = await call('POST', `${run.api}/api/v1/auth/login`, {
    body: { account, password, realm },
    headers: { 'x-client': 'api' },
  });
  if (answer.status !== 200) throw new Error(`sign-in of ${account} was refused: ${answer.body.message}`);
  const token = answer.body.data.accessToken;
  return async (method, path, body) => {
    const { status, body: reply } = await call(method, `${run.api}/api/v1${path}`, { token, body });
    if (status !== 200)
      throw Object.assign(new Error(`${method} ${path}: ${reply.message}`), { status, error: reply.error });
    return reply.data;
  };
}

/** The outside world: pushes, its record of what arrived, its faults, its mail box. */
export function outside(run) {
  const control = async (method, path, body) => (await call(method, `${run.sandbox}/__control${path}`, { body })).body;
  return {
    push: async (order) => (await control('POST', '/push', order)).results,
    registrations: () => control('GET', '/registrations'),
    feedback: () => control('GET', '/feedback'),
    mails: (to) => control('GET', `/mails?to=${encodeURIComponent(to)}`),
    fault: (fault) => control('POST', '/faults', fault),
    heal: () => control('DELETE', '/faults'),
  };
}

/** Asks again until it is so; says what it waited for when it never is. */
export async function until(what, ask, seconds = 20) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`${what} did not happen within ${seconds} s`);
    await sleep(300);
  }
}

export function expect(condition, what) {
  if (!condition) throw new Error(`expected ${what}`);
}
