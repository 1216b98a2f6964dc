import type { EnrolmentEffect, FeedbackEffect, ReceivedRequest, Registration } from '../provider/ledger.ts';
import type { PushRecord } from '../push/log.ts';
import type { PushResult } from '../push/push-alerts.ts';

export interface EnrolmentState {
  requests: ReceivedRequest[];
  effects: EnrolmentEffect[];
  registrations: Registration[];
}

export interface FeedbackState {
  requests: ReceivedRequest[];
  effects: FeedbackEffect[];
}

export interface PushAnswer {
  results: PushResult[];
}

export interface PushState {
  pushes: PushRecord[];
}

/** Calls `/__control/<path>`; a body makes it a POST unless another method is given. */
export async function control<T = unknown>(http: string, path: string, body?: unknown, method?: 'DELETE') {
  const response = await fetch(`${http}/__control/${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T };
}
