import { html } from 'hono/html';
import { sampleAlert } from '../push/sample-alert.ts';
import type { World } from '../world.ts';
import type { Html } from './layout.ts';

/** What each button adds to the call; `LAST` stands for the alert pushed last. */
const KINDS = [
  ['Push alert', 'primary', {}],
  ['Without CAID', '', { omit: ['caid'] }],
  ['Descriptor only', '', { omit: ['caid', 'cardBin'] }],
  ['Last one again', '', { duplicateOf: 'LAST' }],
  ['Update last one', '', { updateOf: 'LAST' }],
  ['Bad signature', '', { badSignature: true }],
  ['Stale (10 min)', '', { staleTimestamp: true }],
  ['Unparsable', '', { raw: '{"alertId": "SBX-BROKEN", ' }],
] as const;

/** The form that pushes; prefilled with the card enrolled last, so that the first push finds its merchant. */
export function pushPanel(world: World): Html {
  const card = [...world.ledger.registrations.values()].findLast(({ status }) => status === 'REGISTERED');
  const sample = sampleAlert(world.nextAlert, world.now());
  const field = (name: string, label: string, value: unknown) =>
    html`<label>${label}<input name="${name}" value="${value}" autocomplete="off"></label>`;
  return html`<section class="panel">
  <h2>Push an alert</h2>
  <form id="push" class="grid">
    ${field('descriptor', 'Descriptor', card?.descriptor ?? sample.descriptor)}
    ${field('cardBin', 'Card BIN', card?.cardBin ?? sample.cardBin)}
    ${field('caid', 'CAID', card?.caid ?? sample.caid)}
    ${field('amount', 'Amount', sample.amount)}
    ${field('currency', 'Currency', sample.currency)}
    <label>Programme<select name="alertType"><option value="">not sent</option><option>ETHOCA</option><option>RDR</option></select></label>
    <label>How many<input name="count" type="number" min="1" max="1000" value="1"></label>
  </form>
  <div class="buttons">
    ${KINDS.map(([label, style, options]) => html`<button type="button" class="${style}" data-push="${JSON.stringify(options)}">${label}</button>`)}
  </div>
  <output id="push-result" class="result" aria-live="polite"></output>
</section>`;
}
