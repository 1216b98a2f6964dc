import { html } from 'hono/html';
import type { World } from '../world.ts';

export type Html = ReturnType<typeof html>;

interface Page {
  title: string;
  here: 'provider' | 'mail' | 'chats';
  main: Html;
}

/** The frame around every page. */
export function layout(world: World, { title, here, main }: Page): Html {
  const current = (name: Page['here']) => (name === here ? html`aria-current="page"` : '');
  const { platformUrl, merchantNo } = world.settings;
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title} · Forewarn sandbox</title>
  <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/assets/app.css">
  <link rel="stylesheet" href="/assets/${here === 'mail' ? 'mail' : 'provider'}.css">
  <script src="/assets/app.js" defer></script>
</head>
<body>
  <header class="bar">
    <a class="brand" href="/"><img src="/assets/icon.svg" alt="" width="22" height="22">Forewarn <span>sandbox</span></a>
    <nav>
      <a href="/" ${current('provider')}>Provider</a>
      <a href="/mail" ${current('mail')}>Mail <b id="mail-count" class="count" data-live>${world.inbox.size}</b></a>
      <a href="/chats" ${current('chats')}>Chats <b id="chat-count" class="count" data-live>${world.chats.posts.length}</b></a>
    </nav>
    <p id="platform" class="platform" data-live>
      ${platformUrl ? html`<i class="dot ok"></i><span>${platformUrl}</span>` : html`<i class="dot warn"></i><span>no platform configured</span>`}
      <code>${merchantNo}</code>
    </p>
  </header>
  ${main}
</body>
</html>`;
}

/** `HH:MM:SS` of an ISO time for a list; the page's script shows it in the reader's zone, with the date on hover. */
export function clock(iso: string): Html {
  return html`<time datetime="${iso}" title="${iso}">${iso.slice(11, 19)}</time>`;
}

/** A coloured word for an HTTP status or a business code. */
export function badge(tone: 'ok' | 'warn' | 'bad' | 'quiet', text: string | number): Html {
  return html`<span class="badge ${tone}">${text}</span>`;
}
