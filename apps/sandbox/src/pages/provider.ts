import { html } from 'hono/html';
import type { World } from '../world.ts';
import { faultPanel } from './fault-panel.ts';
import { badge, clock, type Html, layout } from './layout.ts';
import { pushPanel } from './push-panel.ts';

/** A page shows the latest of each list; the control calls have all of it. */
const SHOWN = 30;

/** The provider's side: push alerts, see what the platform asked for, make things fail. */
export function providerPage(world: World): Html {
  return layout(world, {
    title: 'Provider',
    here: 'provider',
    main: html`<main class="provider">
  <section id="numbers" class="numbers" data-live>${numbers(world)}</section>
  ${pushPanel(world)}
  ${faultPanel(world)}
  <section class="panel wide"><h2>Pushed to the platform</h2><div id="pushes" class="scroll" data-live>${pushes(world)}</div></section>
  <section class="panel wide"><h2>Answers received</h2><div id="feedback" class="scroll" data-live>${feedback(world)}</div></section>
  <section class="panel wide"><h2>Enrolments</h2><div id="registrations" class="scroll" data-live>${registrations(world)}</div></section>
  <p class="foot"><button type="button" class="quiet" data-post="/__control/reset" data-confirm="Forget all pushes, answers, enrolments, mails and faults?">Reset the sandbox</button></p>
</main>`,
  });
}

function numbers(world: World): Html {
  const { ledger, pushes, inbox, faults } = world;
  const requests = ledger.requestsOf('feedback').length;
  const facts = [
    ['alerts pushed', pushes.records.filter((record) => record.kind === 'alert').length, ''],
    ['answers', ledger.feedback.length, `from ${requests} ${requests === 1 ? 'request' : 'requests'}`],
    ['cards enrolled', [...ledger.registrations.values()].filter(({ status }) => status === 'REGISTERED').length, ''],
    ['mails', inbox.size, ''],
    ['faults waiting', faults.active().length, ''],
  ] as const;
  return html`${facts.map(([name, value, note]) => html`<div><b>${value}</b><span>${name}</span>${note ? html`<small>${note}</small>` : ''}</div>`)}`;
}

function pushes({ pushes }: World): Html {
  if (pushes.records.length === 0) return empty('Nothing pushed yet.');
  const rows = pushes.records.slice(-SHOWN).reverse();
  return html`<table><thead><tr><th>Time</th><th>Kind</th><th>Alert</th><th>Answer</th><th>ms</th><th>Body</th></tr></thead><tbody>
    ${rows.map(
      (push) => html`<tr><td>${clock(push.at)}</td><td>${push.kind}</td><td><code>${push.alertId ?? '–'}</code></td>
      <td>${badge(tone(push.status), push.status || 'no answer')}</td><td class="number">${push.durationMs}</td>
      <td class="body"><code>${push.error ?? JSON.stringify(push.body)}</code></td></tr>`,
    )}</tbody></table>`;
}

function feedback({ ledger }: World): Html {
  const rows = ledger.requestsOf('feedback').slice(-SHOWN).reverse();
  if (rows.length === 0) return empty('No answer received yet.');
  return html`<table><thead><tr><th>Time</th><th>Alert</th><th>Outcome</th><th>Code</th><th>Fault</th><th>Key</th><th>Body</th></tr></thead><tbody>
    ${rows.map(
      (row) => html`<tr><td>${clock(row.at)}</td><td><code>${row.alertId ?? '–'}</code></td>
      <td>${row.effect ? badge('ok', 'taken') : row.code === 200 ? badge('quiet', 'repeat') : badge('bad', 'not taken')}</td>
      <td class="number">${row.code ?? '–'}</td><td>${row.fault ? badge('warn', row.fault) : ''}</td>
      <td><code>${row.idempotencyKey ?? '–'}</code></td><td class="body"><code>${JSON.stringify(row.body)}</code></td></tr>`,
    )}</tbody></table>`;
}

function registrations({ ledger }: World): Html {
  const rows = [...ledger.registrations.values()].slice(-SHOWN).reverse();
  if (rows.length === 0) return empty('No card enrolled yet.');
  return html`<table><thead><tr><th>Updated</th><th>Card</th><th>Status</th><th>Descriptor</th><th>BIN</th><th>CAID</th><th>Callback</th></tr></thead><tbody>
    ${rows.map(
      (row) => html`<tr><td>${clock(row.updatedAt)}</td><td><code>${row.cardRef}</code></td>
      <td>${badge(row.status === 'REGISTERED' ? 'ok' : row.status === 'FAILED' ? 'bad' : 'warn', row.status)}</td>
      <td>${row.descriptor}</td><td><code>${row.cardBin || row.acquirerBin || row.arn}</code></td><td><code>${row.caid || '–'}</code></td>
      <td class="body"><code>${row.callbackUrl}</code></td></tr>`,
    )}</tbody></table>`;
}

function tone(status: number): 'ok' | 'warn' | 'bad' {
  if (status >= 200 && status < 300) return 'ok';
  return status >= 400 && status < 500 ? 'warn' : 'bad';
}

function empty(text: string): Html {
  return html`<p class="empty">${text}</p>`;
}
