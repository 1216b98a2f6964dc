import { type Html, html } from './html.ts';

export interface Letter {
  title: string;
  greeting: string;
  paragraphs: readonly (string | Html)[];
  /** The one thing to do. */
  button?: { label: string; url: string; orOpen: string };
  /** Small print: how long the link works, what to do if it wasn't you. */
  notes: readonly string[];
}

const BUTTON =
  'display: inline-block; padding: 11px 22px; border-radius: 8px; background: #3b50c8; color: #ffffff; text-decoration: none; font-weight: 600;';
const SMALL = 'color: #5d6573; font-size: 13px;';

/** The body of a mail about somebody's account: a few sentences, one clear button, its address in plain text, small print. */
export function letter({ title, greeting, paragraphs, button, notes }: Letter): Html {
  const lines = (items: readonly Html[]): Html => ({ markup: items.map(({ markup }) => markup).join('\n') });
  return html`    <h2>${title}</h2>
    <p>${greeting}</p>
${lines(paragraphs.map((text) => html`    <p>${text}</p>`))}
${
  button
    ? html`    <p style="margin: 24px 0;"><a href="${button.url}" style="${BUTTON}">${button.label}</a></p>
    <p style="${SMALL}">${button.orOpen}<br><span style="word-break: break-all;">${button.url}</span></p>`
    : html``
}
${lines(notes.map((text) => html`    <p style="${SMALL}">${text}</p>`))}`;
}
