import { createHash } from 'node:crypto';
import { createMysqlPool, rawPool } from '@forewarn/db';
import { Hono } from 'hono';
import { createProviderWire } from '../adapters/provider/wire.ts';
import { readConfig } from '../config.ts';
import { createDeps } from '../deps.ts';
import { createApp } from '../http/app.ts';
import type { HttpEnv } from '../http/doors.ts';
import { listen } from '../http/server.ts';
import { createLog } from '../log.ts';
import { readBody } from '../webhooks/read-body.ts';
import { BODY_LIMIT, webhooks } from '../webhooks/routes.ts';
import { BENCH_SECRET } from './requests.ts';

/**
 * One of the three servers the receiving bench compares, in a process of its own:
 * `a` answers after signature and schema, without a database; `b` writes one row with one INSERT a request (the minimal honest endpoint);
 * `c` is the product as it ships.
 */
const kind = process.argv[2];
const config = readConfig();
const secrets = [{ keyId: 'bench', secret: BENCH_SECRET }];
const wire = createProviderWire(config.provider);

async function verified(app: Hono<HttpEnv>, then: (alertId: string, body: Buffer) => Promise<void>) {
  app.post('/api/v1/webhook/alerts', async (c) => {
    const body = await readBody(c, BODY_LIMIT);
    if (body === 'too-large') return c.json({}, 413);
    const verdict = wire.verify({ body, header: (name) => c.req.header(name) }, secrets);
    if (!verdict.ok) return c.json({ code: 40104 }, 401);
    const read = wire.readAlert(body);
    if (!read.ok) return c.json({ code: 40001 }, 400);
    await then(read.value.alertId, body);
    return c.json({ code: 200, message: 'success', data: { received: true, duplicate: false }, timestamp: Date.now() });
  });
}

async function fetcher() {
  if (kind === 'c') {
    const deps = createDeps(config, createLog(config, 'bench'));
    return createApp(deps, [webhooks(deps)]).fetch;
  }
  const app = new Hono<HttpEnv>();
  if (kind === 'a') await verified(app, async () => {});
  else {
    const pool = rawPool(createMysqlPool(config.databaseUrl, { connectionLimit: 20 }));
    await pool.query(
      'CREATE TABLE IF NOT EXISTS bench_inbox (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, alert_id VARBINARY(200) NOT NULL, body_sha256 BINARY(32) NOT NULL, body MEDIUMBLOB NOT NULL, received_time DATETIME(3) NOT NULL, status TINYINT NOT NULL DEFAULT 0, UNIQUE KEY uk (alert_id, body_sha256)) ENGINE=InnoDB',
    );
    await verified(app, async (alertId, body) => {
      const hash = createHash('sha256').update(body).digest();
      await pool.query('INSERT INTO bench_inbox (alert_id, body_sha256, body, received_time) VALUES (?, ?, ?, ?)', [
        Buffer.from(alertId),
        hash,
        body,
        new Date(),
      ]);
    });
  }
  return app.fetch;
}

const server = await listen(await fetcher(), { host: '127.0.0.1', port: 0 });
console.log(JSON.stringify({ ready: true, port: server.port }));
process.on('SIGTERM', () => process.exit(0));
