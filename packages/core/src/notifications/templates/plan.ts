import { type Html, html } from '../html.ts';

/** What one of the merchant's rules will answer, in a paragraph of its own; nothing for alerts that no rule answers. */
export function plan(p: (name: string) => string): Html {
  const words = p('plan');
  return words === '' ? html`` : html`\n    <p>${words}</p>`;
}
