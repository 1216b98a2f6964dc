// Serves the built renderer to an ordinary browser, for development and tests: the same handler, headers and forwarding as the app.
// PORT=0 API_URL=http://127.0.0.1:8080 node serve.mjs → prints {"ready":true,"http":"http://127.0.0.1:…"}
import { createServer } from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import { parseServerAddress } from './src/bridge/server-address.ts';
import { createPages } from './src/main/pages.ts';

const server = parseServerAddress(process.env.API_URL ?? '');
if (server === undefined) {
  console.error('API_URL must be the server’s origin, e.g. http://127.0.0.1:8080 or https://forewarn.example');
  process.exit(78);
}
const root = process.env.RENDERER_DIR ?? path.join(import.meta.dirname, 'dist', 'renderer');
const pages = createPages({ root, server: () => server, fetch: (url, init) => fetch(url, init) });

const http = createServer(async (incoming, outgoing) => {
  const { method = 'GET', headers, url = '/' } = incoming;
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: Readable.toWeb(incoming), duplex: 'half' };
  try {
    const request = new Request(new URL(url, `http://${headers.host}`), { method, headers: flat(headers), ...body });
    const answer = await pages(request);
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(answer.body === null ? undefined : Buffer.from(await answer.arrayBuffer()));
  } catch (error) {
    console.error(error);
    outgoing
      .writeHead(500)
      .end('The page could not be served; see the log. Has the renderer been built (npm run build)?');
  }
});

function flat(headers) {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  );
}

http.on('error', (error) => {
  console.error(
    error.code === 'EADDRINUSE' ? `PORT ${process.env.PORT} is taken: choose another or 0.` : error.message,
  );
  process.exit(1);
});
http.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  console.log(JSON.stringify({ ready: true, http: `http://127.0.0.1:${http.address().port}` }));
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
