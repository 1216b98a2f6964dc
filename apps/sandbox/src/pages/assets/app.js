const POLL_MS = 1500;

/** Shows times in the reader's zone. */
function localTimes(root) {
  for (const time of root.querySelectorAll('time')) {
    const at = new Date(time.dateTime);
    time.textContent = at.toLocaleTimeString([], { hour12: false });
    time.title = at.toLocaleString();
  }
}

/** Fetches this page again and replaces the parts marked `data-live` that have changed; forms keep what was typed. */
async function refresh() {
  const response = await fetch(location.href);
  if (response.status === 404) location.assign('/mail');
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  localTimes(fresh);
  for (const part of fresh.querySelectorAll('[data-live]')) {
    const shown = document.getElementById(part.id);
    if (shown && shown.innerHTML !== part.innerHTML) shown.innerHTML = part.innerHTML;
  }
}

async function poll() {
  if (!document.hidden) await refresh().catch(() => {});
  setTimeout(poll, POLL_MS);
}

async function call(method, path, body) {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error([answer.error, ...(answer.issues ?? [])].join(' '));
  return answer;
}

/** Does the work of a button and writes what came of it below the form. */
async function run(button, output, work) {
  button.disabled = true;
  try {
    const text = await work();
    if (output) Object.assign(output, { textContent: text, className: 'result' });
  } catch (error) {
    if (output) Object.assign(output, { textContent: error.message, className: 'result bad' });
  } finally {
    button.disabled = false;
    await refresh().catch(() => {});
  }
}

function pushCall(kind) {
  const values = Object.fromEntries(new FormData(document.getElementById('push')));
  const { count, ...fields } = values;
  const alert = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  if (alert.amount && !Number.isNaN(Number(alert.amount))) alert.amount = Number(alert.amount);
  const omit = ['caid', 'cardBin'].filter((name) => fields[name] === '');
  const own = 'raw' in kind || 'duplicateOf' in kind || 'updateOf' in kind ? {} : { alert };
  return { ...own, ...kind, count: Number(count) || 1, omit: [...omit, ...(kind.omit ?? [])] };
}

async function push(kind) {
  const body = pushCall(kind);
  for (const name of ['duplicateOf', 'updateOf']) {
    if (body[name] !== 'LAST') continue;
    const { pushes } = await call('GET', '/__control/pushes');
    const last = pushes.findLast((record) => record.kind === 'alert' && record.alertId && record.status === 200);
    if (!last) throw new Error('Push an alert first.');
    body[name] = last.alertId;
  }
  const { results } = await call('POST', '/__control/push', body);
  const shown = results.slice(0, 5).map((result) => {
    const answer = result.error ?? JSON.stringify(result.body);
    return `${result.alertId ?? 'raw'} → ${result.status || 'no answer'} ${answer}`;
  });
  return [...shown, ...(results.length > 5 ? [`… and ${results.length - 5} more`] : [])].join('\n');
}

async function addFault() {
  const given = Object.entries(Object.fromEntries(new FormData(document.getElementById('fault'))));
  const numbers = ['times', 'latencyMs', 'code'];
  const order = given.filter(([, value]) => value !== '').map(([k, v]) => [k, numbers.includes(k) ? Number(v) : v]);
  const fault = await call('POST', '/__control/faults', Object.fromEntries(order));
  return `${fault.target} will ${fault.mode === 'slow' ? 'be slow' : `fail: ${fault.mode}`}.`;
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  const { push: kind, fault, post, delete: remove, confirm: question } = button.dataset;
  if (question && !window.confirm(question)) return;
  if (kind !== undefined) run(button, document.getElementById('push-result'), () => push(JSON.parse(kind)));
  else if (fault !== undefined) run(button, document.getElementById('fault-result'), addFault);
  else if (post) run(button, null, () => call('POST', post));
  else if (remove) run(button, null, () => call('DELETE', remove));
});

document.addEventListener('submit', (event) => {
  if (event.target.id) event.preventDefault();
});

localTimes(document);
setTimeout(poll, POLL_MS);
