import { SignedIn } from '@forewarn/core/accounts/model';
import { z } from 'zod';
import { currentLocale } from '../preferences/locale.ts';
import { ErrorData, RequestError } from './request-error.ts';

/** The refresh token travels in an httpOnly cookie: this page never sees it. */
const Session = SignedIn.pick({ accessToken: true, expiresIn: true, user: true });
export type Session = z.output<typeof Session>;

const Envelope = z.object({ data: z.unknown() });

async function post(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`/api/v1/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': currentLocale() },
    body: JSON.stringify(body),
    credentials: 'same-origin',
    signal: AbortSignal.timeout(20_000),
  });
  const json: unknown = await response.json();
  if (!response.ok) throw new RequestError(ErrorData.parse(json));
  return Envelope.parse(json).data;
}

export interface SignInInput {
  account: string;
  password: string;
  remember: boolean;
  /** Two-step verification: the second step's code. */
  code?: string;
}

export async function callLogin(input: SignInInput): Promise<Session> {
  return Session.parse(await post('login', { ...input, realm: 'merchant' }));
}

export async function callRefresh(): Promise<Session> {
  return Session.parse(await post('refresh', {}));
}

export async function callLogout(): Promise<void> {
  await post('logout', {});
}
