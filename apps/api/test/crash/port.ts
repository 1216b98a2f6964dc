import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A free port below those the system lends to outgoing connections (from 32768): while a killed server is away, one of the clients that
 * keep calling it would be lent its very port, would reach itself, and the server couldn't come back.
 */
export async function lastingPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const probe = createServer().listen(port, '127.0.0.1');
    const free = await once(probe, 'listening').then(
      () => true,
      () => false,
    );
    if (!free) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
}
