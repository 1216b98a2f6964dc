import type { Core } from '@forewarn/core/kernel/context';
import { currentCredential, PROVIDER_CIRCUIT, recordCall, watchedBreaker } from '@forewarn/core/platform';
import type { AlertProvider, CallOutcome, CallTag } from '@forewarn/core/ports/alert-provider';
import { failureReason, UNKNOWN_ENROLMENT } from './failure-reasons.ts';
import type { ProviderProfile } from './profile.ts';
import { readEnrolmentState } from './read-enrolment-state.ts';
import { registration } from './registration.ts';
import { hmacSignature, md5Signature } from './signature.ts';
import { type RawAnswer, send } from './transport.ts';
import { workingDaysAfter } from './working-days.ts';

type Operation = 'register' | 'close' | 'status' | 'feedback' | 'ping';
type ClientCore = Pick<Core, 'db' | 'log' | 'now'> & { ports: Pick<Core['ports'], 'cipher'> };

type Calling = (
  operation: Operation,
  payload: Buffer | Record<string, unknown> | undefined,
  tag: CallTag,
  path?: string,
) => Promise<RawAnswer>;

interface Account {
  merchantNo: string;
  signKey: string;
  endpoint: string;
}

/**
 * Calls the provider with the credentials of credential management (A-012, A-382); every try stands in the interface log (A-244).
 * `core` is given later by {@link AlertProvider}'s owner because credentials are read from the database at each call.
 */
export function createProviderClient(core: () => Core, profile: ProviderProfile): AlertProvider {
  const breaker = watchedBreaker(core, PROVIDER_CIRCUIT, profile.breaker);
  /** Through the breaker; what it holds back was never sent. */
  async function guarded(...[operation, payload, tag, path]: Parameters<Calling>): Promise<RawAnswer> {
    const admission = breaker.admit();
    if (!admission.allowed)
      return {
        kind: 'not-sent',
        detail: 'held back: calls fail just now',
        retryAfter: admission.retryAfter,
        held: true,
      };
    const answer = await call(core(), profile, operation, payload, tag, path);
    if (answer.kind === 'done' || answer.kind === 'refused') breaker.success();
    else if (answer.kind === 'not-configured' || (answer.kind === 'not-sent' && answer.answered)) breaker.neutral();
    else breaker.failure(answer.detail);
    return answer;
  }
  return {
    tellsEnrolments: profile.tellsEnrolments,
    async enrol(request, tag) {
      const answer = await guarded('register', registration(request, profile), tag);
      return map(answer, (data) => {
        if (data.status !== 'PENDING') return { status: 'REGISTERED' as const };
        const days = profile.reviewDays[request.program];
        return { status: 'PENDING' as const, expectedTime: workingDaysAfter(core().now(), days) };
      });
    },
    async closeEnrolment(cardRef, tag) {
      return map(await guarded('close', { cardRef }, tag), (data) => ({
        status: data.status === 'PENDING' ? ('PENDING' as const) : ('CLOSED' as const),
      }));
    },
    async enrolmentState(cardRef, tag) {
      return map(await guarded('status', undefined, tag, `/${encodeURIComponent(cardRef)}`), readEnrolmentState);
    },
    async composeAnswer(answer) {
      const account = await accountOf(core());
      if (!account) return undefined;
      const { refundAmount, ...rest } = answer;
      const body = {
        merchantNo: account.merchantNo,
        ...rest,
        ...(refundAmount !== undefined && { refundAmount: Number(refundAmount) }),
      };
      return Buffer.from(JSON.stringify(withinBody(body, account, profile)));
    },
    async sendAnswer(body, tag) {
      return map(await guarded('feedback', body, tag), (data) => ({
        accepted: data.status === 'ACCEPTED',
      }));
    },
    async ping(tag) {
      const started = performance.now();
      return map(await call(core(), profile, 'ping', undefined, tag), () => ({
        milliseconds: Math.round(performance.now() - started),
      }));
    },
  };
}

async function accountOf(core: ClientCore & Pick<Core, 'ports'>): Promise<Account | undefined> {
  const [merchantNo, signKey, endpoint] = await Promise.all([
    currentCredential(core, 'MERCHANT_NO'),
    currentCredential(core, 'SIGN_KEY'),
    currentCredential(core, 'API_ENDPOINT'),
  ]);
  if (!merchantNo || !signKey || !endpoint) return undefined;
  return { merchantNo: merchantNo.value, signKey: signKey.value, endpoint: endpoint.value.replace(/\/+$/, '') };
}

/** md5-salt signs inside the body, so its bytes stay the same over all tries; HMAC signs in headers, fresh for each. */
function withinBody(
  fields: Record<string, unknown>,
  account: Account,
  profile: ProviderProfile,
): Record<string, unknown> {
  const all = profile.sendSignKey ? { ...fields, signKey: account.signKey } : fields;
  return profile.signature === 'md5-salt'
    ? { ...all, [profile.signField]: md5Signature(account.signKey, all, profile) }
    : all;
}

async function call(
  core: Core,
  profile: ProviderProfile,
  operation: Operation,
  payload: Buffer | Record<string, unknown> | undefined,
  tag: CallTag,
  path = '',
): Promise<RawAnswer> {
  const account = await accountOf(core);
  if (!account) return { kind: 'not-configured' };
  const method = operation === 'ping' || operation === 'status' ? 'GET' : 'POST';
  let url = `${account.endpoint}${profile.paths[operation]}${path}`;
  let body: Buffer | undefined;
  if (Buffer.isBuffer(payload)) body = payload;
  else if (payload)
    body = Buffer.from(JSON.stringify(withinBody({ merchantNo: account.merchantNo, ...payload }, account, profile)));
  else if (profile.signature === 'md5-salt') {
    const query = withinBody(
      { merchantNo: account.merchantNo, timestamp: String(core.now().getTime()) },
      account,
      profile,
    );
    url += `?${new URLSearchParams(query as Record<string, string>)}`;
  } else url += `?${new URLSearchParams({ merchantNo: account.merchantNo })}`;

  const timestamp = String(core.now().getTime());
  const headers: Record<string, string> = {
    accept: 'application/json',
    'x-request-id': tag.requestId,
    ...(body && { 'content-type': 'application/json; charset=utf-8' }),
  };
  if (profile.signature === 'hmac-sha256') {
    headers['x-timestamp'] = timestamp;
    headers['x-signature'] = hmacSignature(account.signKey, timestamp, body ?? '');
  }
  const at = core.now();
  const started = performance.now();
  const { answer, status, text } = await send({ method, url, headers, body, timeoutMs: profile.timeoutMs });
  await recordCall(core, {
    at,
    direction: 'OUT',
    operation: `provider.${operation}`,
    method,
    url,
    status,
    outcome:
      answer.kind === 'done'
        ? 'DONE'
        : answer.kind === 'refused'
          ? 'REFUSED'
          : answer.kind === 'ambiguous'
            ? 'AMBIGUOUS'
            : 'NOT_SENT',
    durationMs: performance.now() - started,
    attempt: tag.attempt,
    request: body?.toString('utf8') ?? null,
    response: text,
    error: 'detail' in answer ? answer.detail : answer.kind === 'refused' ? `refused with ${answer.code}` : null,
    requestId: tag.requestId,
    subject: tag.subject,
  });
  return answer;
}

function map<T>(answer: RawAnswer, read: (data: Record<string, unknown>) => T): CallOutcome<T> {
  if (answer.kind === 'done') return { kind: 'done', data: read(answer.data) };
  if (answer.kind === 'refused')
    return {
      kind: 'refused',
      providerCode: answer.code,
      reason: failureReason(answer.code),
      unknown: answer.code === UNKNOWN_ENROLMENT,
    };
  return answer;
}
