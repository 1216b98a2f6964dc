import { activeSession, renewSession } from './session.ts';

const TIMEOUT = 20_000;

function send(input: string, init: RequestInit, accessToken: string | undefined, patience: number): Promise<Response> {
  const headers = new Headers(init.headers);
  if (accessToken) headers.set('authorization', `Bearer ${accessToken}`);
  const timeout = AbortSignal.timeout(patience);
  return fetch(input, { ...init, headers, signal: init.signal ? AbortSignal.any([init.signal, timeout]) : timeout });
}

/** `fetch` with the access token; when the server no longer takes it, one renewal and one repeat. `patience` in ms. */
export async function authorizedFetch(input: string, init: RequestInit, patience = TIMEOUT): Promise<Response> {
  const session = await activeSession();
  const response = await send(input, init, session?.accessToken, patience);
  if (response.status !== 401 || !session) return response;
  const renewed = await renewSession();
  return renewed ? send(input, init, renewed.accessToken, patience) : response;
}
