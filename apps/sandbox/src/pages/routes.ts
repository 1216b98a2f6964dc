import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { ControlError } from '../control-error.ts';
import type { SandboxEnv, World } from '../world.ts';
import { chatsPage } from './chats.ts';
import { MAIL_BODY_POLICY, MAIL_VIEWS, mailBody, mailPage } from './mail.ts';
import { providerPage } from './provider.ts';

const PAGE_POLICY = "default-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'self'";

const ASSET_TYPES = {
  'app.css': 'text/css',
  'provider.css': 'text/css',
  'mail.css': 'text/css',
  'app.js': 'text/javascript',
  'icon.svg': 'image/svg+xml',
} as const;

/** The pages for a developer's browser: `/` the provider, `/mail` the inbox. */
export function pages(world: World) {
  const app = new Hono<SandboxEnv>();
  for (const [name, type] of Object.entries(ASSET_TYPES)) {
    const text = readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
    app.get(`/assets/${name}`, (c) => c.body(text, 200, { 'Content-Type': `${type}; charset=utf-8` }));
  }
  app.get('/', (c) => c.html(providerPage(world), 200, { 'Content-Security-Policy': PAGE_POLICY }));
  app.get('/chats', (c) =>
    c.html(chatsPage(world, new URL(c.req.url).origin), 200, { 'Content-Security-Policy': PAGE_POLICY }),
  );
  app.get('/mail', (c) =>
    c.html(mailPage(world, c.req.query('q') ?? ''), 200, { 'Content-Security-Policy': PAGE_POLICY }),
  );
  app.get('/mail/:id', (c) => {
    const mail = mailOf(world, c.req.param('id'));
    const view = MAIL_VIEWS.find((name) => name === c.req.query('view')) ?? 'html';
    const source = view === 'source' ? (world.inbox.raw(mail.id)?.toString('utf8') ?? '') : '';
    const page = mailPage(world, c.req.query('q') ?? '', { mail, view, source });
    return c.html(page, 200, { 'Content-Security-Policy': PAGE_POLICY });
  });
  app.get('/mail/:id/body', (c) =>
    c.html(mailBody(mailOf(world, c.req.param('id'))), 200, { 'Content-Security-Policy': MAIL_BODY_POLICY }),
  );
  return app;
}

function mailOf(world: World, id: string) {
  const mail = world.inbox.get(Number(id));
  if (!mail) throw new ControlError(404, 'No such mail; it may have been deleted.');
  return mail;
}
