import { type Procedure, procedures } from '../operations.ts';
import { fullPaths, type Route } from '../rest/table.ts';
import { v1 } from '../rest/v1.ts';
import type { TestSystem } from '../testing/index.ts';

export interface Reply {
  status: number;
  /** The name of the error; undefined when it went well. */
  error: string | undefined;
  text: string;
}

export interface Call {
  input: Record<string, unknown>;
  form?: FormData | undefined;
  token?: string | undefined;
}

export interface Door {
  /** `tRPC cards.list`, `PUT /api/v1/cards/{id}` */
  name: string;
  operation: Procedure['operation'];
  call(system: TestSystem, call: Call): Promise<Reply>;
}

/** Every way in: each procedure, and each route under each of its paths. */
export function doors(): Door[] {
  const trpc = procedures().map(
    ({ path, operation }): Door => ({
      name: `tRPC ${path}`,
      operation,
      call: (system, call) => callTrpc(system, path, operation.kind === 'query', call),
    }),
  );
  const rest = v1.flatMap((route) =>
    fullPaths(route).map(
      (path): Door => ({
        name: `${route.method.toUpperCase()} ${path}`,
        operation: route.operation,
        call: (system, call) => callRest(system, route, path, call),
      }),
    ),
  );
  return [...trpc, ...rest];
}

async function callTrpc(system: TestSystem, path: string, query: boolean, { input, token }: Call): Promise<Reply> {
  const where = `/api/trpc/${path}${query ? `?input=${encodeURIComponent(JSON.stringify(input))}` : ''}`;
  const response = await fetch(system.url + where, {
    method: query ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(!query && { body: JSON.stringify(input) }),
  });
  const text = await response.text();
  const { error }: { error?: { data: { error: string } } } = JSON.parse(text);
  return { status: response.status, error: error?.data.error, text };
}

async function callRest(system: TestSystem, route: Route, path: string, { input, form, token }: Call): Promise<Reply> {
  const rest = { ...input };
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams(
    Object.entries(rest).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  const inBody = route.method !== 'get';
  const { status, body, text } = await system.client.call(
    route.method.toUpperCase(),
    inBody || query === '' ? filled : `${filled}?${query}`,
    {
      ...(token !== undefined && { token }),
      ...(inBody && { body: form ?? rest }),
      headers: { 'x-client': 'api' },
    },
  );
  return { status, error: body?.error, text };
}
