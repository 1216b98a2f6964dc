import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import type { OutboundAnswer, OutboundHttp, OutboundRequest } from '@forewarn/core/ports/outbound-http';
import { Agent, request } from 'undici';
import { isPublicAddress } from './public-address.ts';

export interface OutboundOptions {
  /** `host:port` that may be called whatever its address: the sandbox's, or one the operator has named. */
  extraHosts?: readonly string[];
  /** Those by http too: never in production. */
  allowHttp?: boolean;
  /** All addresses of a name; the system's resolver when absent. */
  resolve?: (hostname: string) => Promise<readonly { address: string; family: number }[]>;
  /** Which addresses may be called; those of the open internet when absent. */
  allowed?: (address: string) => boolean;
  /** Milliseconds for the whole call. */
  timeoutMs?: number;
}

const LONGEST_ANSWER = 64 * 1024;
const PATIENCE = 5000;
/** The line was never there, so nothing can have been read on the other side. */
const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_SSL|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

class ForbiddenAddress extends Error {
  readonly code = 'FORBIDDEN_ADDRESS';
}

/**
 * Calls what a merchant or an admin has entered without becoming their way into our network (SSRF): https alone; the name is resolved
 * here, every address it has must be public, and the line goes to the very address that was checked, so that a name that changes its
 * mind between check and call (DNS rebinding) gains nothing. A redirect is an answer like any other and isn't followed.
 */
export function createOutboundHttp(options: OutboundOptions = {}): OutboundHttp & { close(): Promise<void> } {
  const { extraHosts = [], allowHttp = false, allowed = isPublicAddress, timeoutMs = PATIENCE } = options;
  const resolve = options.resolve ?? ((hostname: string) => systemLookup(hostname, { all: true, verbatim: true }));
  const limits = { keepAliveTimeout: 10_000, maxResponseSize: LONGEST_ANSWER };
  const guarded = new Agent({ ...limits, connect: { timeout: timeoutMs, lookup: checkedLookup(resolve, allowed) } });
  const open = new Agent({ ...limits, connect: { timeout: timeoutMs } });

  return {
    async post({ url, headers = {}, body }: OutboundRequest): Promise<OutboundAnswer> {
      const verdict = verdictOn(url, extraHosts, allowHttp);
      if (verdict !== 'guarded' && verdict !== 'open') return { kind: 'forbidden', detail: verdict.refused };
      try {
        const response = await request(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8', accept: 'application/json', ...headers },
          body,
          dispatcher: verdict === 'open' ? open : guarded,
          headersTimeout: timeoutMs,
          bodyTimeout: timeoutMs,
          signal: AbortSignal.timeout(timeoutMs),
        });
        const text = await response.body.text();
        return { kind: 'answered', status: response.statusCode, headers: plain(response.headers), text };
      } catch (error) {
        return failure(error);
      }
    },
    async close() {
      await Promise.all([guarded.close(), open.close()]);
    },
  };
}

/** A literal address is never looked up, so it is checked here. */
function verdictOn(
  text: string,
  extraHosts: readonly string[],
  allowHttp: boolean,
): 'guarded' | 'open' | { refused: string } {
  if (!URL.canParse(text)) return { refused: 'not a web address' };
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return { refused: 'an address with a name or password in it' };
  const extra = extraHosts.includes(url.host);
  if (url.protocol !== 'https:' && !(extra && allowHttp && url.protocol === 'http:'))
    return { refused: 'only https is called' };
  if (extra) return 'open';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) return { refused: `${host} is not a public address` };
  return 'guarded';
}

function checkedLookup(
  resolve: NonNullable<OutboundOptions['resolve']>,
  allowed: (address: string) => boolean,
): LookupFunction {
  return (hostname, { all }, callback) => {
    resolve(hostname).then(
      (found) => {
        const [first] = found;
        const wrong = found.find(({ address }) => !allowed(address));
        if (!first) return callback(new ForbiddenAddress(`${hostname} has no address`), '', 0);
        if (wrong)
          return callback(new ForbiddenAddress(`${hostname} is ${wrong.address}, not a public address`), '', 0);
        return all
          ? callback(null, [{ address: first.address, family: first.family }])
          : callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

function failure(error: unknown): OutboundAnswer {
  const { code, name, message } = error as { code?: unknown; name?: string; message?: string };
  // An aborted call has a number there: DOMException's legacy code.
  const word = typeof code === 'string' ? code : '';
  const detail = `${word || (name ?? 'error')}: ${message ?? String(error)}`.slice(0, 300);
  if (error instanceof ForbiddenAddress) return { kind: 'forbidden', detail: message ?? word };
  return { kind: NEVER_SENT.test(word) ? 'not-sent' : 'unknown', detail };
}

function plain(headers: Record<string, string | string[] | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}
