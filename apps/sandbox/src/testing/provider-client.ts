import { createHmac } from 'node:crypto';
import { DEMO_SETTINGS } from '../settings.ts';

/** What the platform's adapter does, written anew for the tests: signs with HMAC-SHA256 and sends. */
export async function callProvider(
  http: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
) {
  const raw = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const timestamp = headers['X-Timestamp'] ?? String(Date.now());
  const signature = createHmac('sha256', DEMO_SETTINGS.signKey).update(`${timestamp}.${raw}`).digest('hex');
  const response = await fetch(`${http}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Timestamp': timestamp,
      'X-Signature': signature,
      ...headers,
    },
    ...(body === undefined ? {} : { body: raw }),
    signal: signal ?? AbortSignal.timeout(5000),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as ProviderAnswer };
}

export interface ProviderAnswer {
  code: number;
  message: string;
  data: Record<string, unknown> | null;
}

export function registerBody(change: Record<string, unknown> = {}) {
  return {
    merchantNo: DEMO_SETTINGS.merchantNo,
    descriptor: 'NORTHWIND*BOOKS',
    cardBin: '411111',
    caid: '',
    cardRef: 'card-1',
    callbackUrl: 'http://127.0.0.1:4000/api/v1/webhook/status',
    ...change,
  };
}

export function feedbackBody(change: Record<string, unknown> = {}) {
  return {
    merchantNo: DEMO_SETTINGS.merchantNo,
    alertId: 'A-1',
    action: 'REFUND',
    refunded: 'refunded',
    reason: '客户未收到货',
    refundAmount: 128.5,
    currency: 'USD',
    idempotencyKey: 'key-1',
    ...change,
  };
}
