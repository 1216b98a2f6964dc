import { once } from 'node:events';
import { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

export interface Listening {
  port: number;
  /** Takes no new requests, lets those under way finish, cuts what is left after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
}

/** Rejects when the port is taken. Slow headers and bodies are cut, so that idle callers can't hold all connections; 10 MB from a slow phone take their time. */
export async function listen(
  fetch: (request: Request, env: object) => Response | Promise<Response>,
  address: { host: string; port: number },
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch,
    serverOptions: { headersTimeout: 15_000, requestTimeout: 180_000, keepAliveTimeout: 65_000, maxHeaderSize: 16_384 },
  });
  if (!(server instanceof Server)) throw new Error('Expected an HTTP/1.1 server');
  server.listen(address.port, address.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    async stop(graceMs = 10_000) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // A connection whose answer went out after `close` stays open for its caller's next request: which must not come here.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearInterval(sweep);
      clearTimeout(cut);
    },
  };
}
