import { html } from 'hono/html';
import { AUTH_FAULT_MODES, HTTP_FAULT_MODES } from '../faults/model.ts';
import type { World } from '../world.ts';
import { badge, type Html } from './layout.ts';

/** The form that makes things fail, and the faults that wait or have struck. */
export function faultPanel(world: World): Html {
  const targets = Object.keys(world.faults.targets);
  return html`<section class="panel">
  <h2>Faults</h2>
  <form id="fault" class="grid">
    <label>Where<select name="target">${targets.map((target) => html`<option>${target}</option>`)}</select></label>
    <label>What<select name="mode">${[...new Set([...HTTP_FAULT_MODES, ...AUTH_FAULT_MODES])].map((mode) => html`<option>${mode}</option>`)}</select></label>
    <label>How often<input name="times" type="number" min="1" placeholder="until deleted"></label>
    <label>Latency (ms)<input name="latencyMs" type="number" min="0" placeholder="1000"></label>
    <label>Business code<input name="code" type="number" min="1000" max="9999" placeholder="4999"></label>
  </form>
  <div class="buttons">
    <button type="button" class="primary" data-fault>Add fault</button>
    <button type="button" data-delete="/__control/faults">Delete all</button>
  </div>
  <output id="fault-result" class="result" aria-live="polite"></output>
  <ul id="faults" class="faults" data-live>
    ${world.faults.list().map(
      (fault) => html`<li><code>${fault.target}</code> ${badge(fault.left === 0 ? 'quiet' : 'warn', fault.mode)}
      <span>${fault.left === null ? 'until deleted' : fault.left === 0 ? 'used up' : `${fault.left} left`} · ${fault.hits} hit</span></li>`,
    )}
    ${world.faults.list().length === 0 ? html`<li class="empty">Everything works.</li>` : ''}
  </ul>
</section>`;
}
