import { html } from 'hono/html';
import type { Mail } from '../mail/model.ts';
import type { World } from '../world.ts';
import { clock, type Html, layout } from './layout.ts';

export const MAIL_VIEWS = ['html', 'phone', 'text', 'headers', 'source'] as const;
export type MailView = (typeof MAIL_VIEWS)[number];

const VIEW_NAMES: Record<MailView, string> = {
  html: 'HTML',
  phone: 'Phone',
  text: 'Text',
  headers: 'Headers',
  source: 'Source',
};

export interface OpenMail {
  mail: Mail;
  view: MailView;
  source: string;
}

/** The inbox, newest first, beside the open mail if any; one column on a phone. */
export function mailPage(world: World, search: string, open?: OpenMail): Html {
  const mails = world.inbox.find().filter((mail) => matches(mail, search));
  const list = mails.toReversed();
  return layout(world, {
    title: open ? open.mail.subject || 'Mail' : 'Mail',
    here: 'mail',
    main: html`<main class="inbox ${open ? 'reading' : ''}">
  <section class="list" aria-label="Inbox">
    <form class="tools" action="/mail">
      <input type="search" name="q" value="${search}" placeholder="Search recipient, subject…" aria-label="Search">
      <button type="button" class="quiet" data-delete="/__control/mails" data-confirm="Delete all mails?">Delete all</button>
    </form>
    <ol id="mail-list" data-live>
      ${list.map((mail) => listItem(mail, search, mail.id === open?.mail.id))}
      ${list.length === 0 ? html`<li class="empty">${search ? 'No mail matches.' : 'No mail yet. It shows up here by itself.'}</li>` : ''}
    </ol>
  </section>
  ${open ? reader(open, search) : html`<section class="reader"><p class="empty">Choose a mail to read it.</p></section>`}
</main>`,
  });
}

function matches(mail: Mail, search: string): boolean {
  const text = `${mail.to} ${mail.from} ${mail.fromName} ${mail.subject}`.toLowerCase();
  return text.includes(search.toLowerCase());
}

function listItem(mail: Mail, search: string, current: boolean): Html {
  const query = search ? `?q=${encodeURIComponent(search)}` : '';
  return html`<li><a class="item" href="/mail/${mail.id}${query}" ${current ? html`aria-current="true"` : ''}>
    <span class="row"><strong>${mail.to}</strong>${clock(mail.receivedAt)}</span>
    <span class="subject">${mail.subject || '(no subject)'}</span>
    <span class="preview">${preview(mail)}</span>
  </a></li>`;
}

function preview(mail: Mail): string {
  const text = mail.text || mail.html.replace(/<(style|script|title)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ');
  return text.replace(/\s+/g, ' ').trim().slice(0, 120);
}

function reader({ mail, view, source }: OpenMail, search: string): Html {
  const query = search ? `&q=${encodeURIComponent(search)}` : '';
  const tab = (name: MailView) =>
    html`<a class="tab" href="/mail/${mail.id}?view=${name}${query}" ${name === view ? html`aria-current="true"` : ''}>${VIEW_NAMES[name]}</a>`;
  return html`<section class="reader" aria-label="Mail">
  <a class="back" href="/mail">← Inbox</a>
  <h1>${mail.subject || '(no subject)'}</h1>
  <dl class="envelope">
    <dt>From</dt><dd>${mail.fromName} <code>${mail.from}</code></dd>
    <dt>To</dt><dd>${mail.recipients.map((to) => html`<code>${to}</code> `)}</dd>
    <dt>Received</dt><dd>${clock(mail.receivedAt)}</dd>
    ${mail.attachments.length ? html`<dt>Attached</dt><dd>${mail.attachments.map((file) => `${file.filename ?? file.mimeType} (${file.size} B)`).join(', ')}</dd>` : ''}
    ${mail.links.length ? html`<dt>Links</dt><dd>${mail.links.map((link) => html`<a class="link" href="${link}" target="_blank" rel="noreferrer">${link}</a>`)}</dd>` : ''}
  </dl>
  <nav class="tabs" aria-label="Views">${MAIL_VIEWS.map(tab)}</nav>
  ${body(mail, view, source)}
</section>`;
}

function body(mail: Mail, view: MailView, source: string): Html {
  if (view === 'source') return html`<pre class="source">${source}</pre>`;
  if (view === 'text') return html`<pre class="text">${mail.text || '(this mail has no text part)'}</pre>`;
  if (view === 'headers') {
    const rows = Object.entries(mail.headers);
    return html`<table class="headers"><tbody>${rows.map(([name, value]) => html`<tr><th>${name}</th><td>${value}</td></tr>`)}</tbody></table>`;
  }
  if (!mail.html) return html`<pre class="text">${mail.text}</pre>`;
  return html`<iframe class="${view}" title="Mail body" src="/mail/${mail.id}/body" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
}

/** The mail's own HTML with its links opening in a new tab. To be served with `MAIL_BODY_POLICY`. */
export function mailBody(mail: Mail): string {
  const base = '<base target="_blank">';
  const head = /<head\b[^>]*>/i.exec(mail.html);
  if (!head) return base + mail.html;
  const end = head.index + head[0].length;
  return mail.html.slice(0, end) + base + mail.html.slice(end);
}

/** Nothing in a mail may run or reach this origin; images and styles show. */
export const MAIL_BODY_POLICY =
  "default-src 'none'; img-src data: http: https:; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox";
