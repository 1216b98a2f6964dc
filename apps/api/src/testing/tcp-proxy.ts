import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface TcpProxy {
  /** The address with this proxy's host and port in place of the target's. */
  through(url: string): string;
  /** Bytes of open lines vanish, in both directions; new lines are taken and hear nothing. */
  blackhole(): void;
  /** New lines work again; those that were open before stay silent, as after a host was replaced. */
  heal(): void;
  /** All lines are cut and new ones refused at once. */
  cut(): void;
  stop(): Promise<void>;
}

/** A line between the product and one of its servers that fails as lines do. */
export async function startTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const lines = new Set<{ near: Socket; far: Socket; silent: boolean }>();
  let mode: 'pass' | 'silent' | 'cut' = 'pass';
  const server = createServer((near) => {
    if (mode === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(target);
    const line = { near, far, silent: mode === 'silent' };
    lines.add(line);
    const relay = (from: Socket, to: Socket) => {
      from.on('data', (bytes) => line.silent || to.write(bytes));
      from.on('error', () => undefined);
      from.on('close', () => {
        lines.delete(line);
        to.destroy();
      });
    };
    relay(near, far);
    relay(far, near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const drop = () => {
    for (const { near, far } of lines) for (const socket of [near, far]) socket.destroy();
  };
  return {
    through(url) {
      const address = new URL(url);
      address.host = `127.0.0.1:${port}`;
      return address.href;
    },
    blackhole() {
      mode = 'silent';
      for (const line of lines) line.silent = true;
    },
    heal() {
      mode = 'pass';
    },
    cut() {
      mode = 'cut';
      drop();
    },
    async stop() {
      drop();
      server.close();
      await once(server, 'close');
    },
  };
}
