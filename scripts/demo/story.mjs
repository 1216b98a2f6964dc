import { outside, readRun, signIn, until } from './world.mjs';

const label = Date.now().toString(36).toUpperCase();

/** People, places and names of one run; every run uses descriptors of its own, so that it can be repeated. */
export async function openStory() {
  const run = readRun();
  const world = outside(run);
  await world.heal();
  const merchant = await signIn(run, run.accounts.merchant, 'merchant');
  const admin = await signIn(run, run.accounts.platformAdmin, 'staff');
  const address = (await merchant('GET', '/merchant/profile')).email;
  return {
    run,
    world,
    merchant,
    admin,
    address,
    /** From here on: what earlier runs have left behind proves nothing. */
    since: new Date().toISOString(),
    names: { own: `DEMO*${label}`, shared: `TWINS*${label}`, nobody: `NOBODY*${label}`, odd: `ODD-${label}` },
  };
}

/** Pushes one alert and gives the platform's answer beside its id. */
export async function push({ world }, alert, more = {}) {
  const [result] = await world.push({
    alert: { cardBin: '411111', caid: '', amount: '42.50', currency: 'USD', ...alert },
    ...more,
  });
  return result;
}

export const adminAlert = ({ admin }, alertId) =>
  until(`alert ${alertId} being read and matched`, async () => {
    const { records } = await admin('GET', `/admin/alerts?keyword=${encodeURIComponent(alertId)}`);
    return records.find((alert) => alert.alertId === alertId);
  });

export const mailAbout = ({ world, address }, alertId) =>
  until(`the mail about ${alertId}`, async () => (await mailsAbout({ world, address }, alertId))[0]);

export const mailsAbout = async ({ world, address }, alertId) =>
  (await world.mails(address)).filter((mail) => mail.text.includes(alertId));

/** The delivery of that alert, once it is set aside for an admin. */
export const setAside = ({ admin }, alertId) =>
  until(`the delivery of ${alertId} in quarantine`, async () => {
    const { records } = await admin('GET', '/admin/deliveries?state=QUARANTINED&size=20');
    for (const { id } of records) {
      const delivery = await admin('GET', `/admin/deliveries/${id}`);
      if (delivery.body.includes(`"${alertId}"`)) return delivery;
    }
    return undefined;
  });

export async function enrol(as, descriptor, cardBin, caid, notifyEmail, merchantId) {
  const card = await as('POST', '/cards', {
    descriptor,
    cardBin,
    caid,
    notifyEmail,
    ...(merchantId && { merchantId }),
  });
  await as('POST', `/cards/${card.id}/register`);
  return until(`the enrolment of ${descriptor}`, async () => {
    const { records } = await as('GET', `/cards?keyword=${encodeURIComponent(descriptor)}&size=50`);
    return records.find((one) => one.id === card.id && one.status === 'REGISTERED');
  });
}

export const effectsOf = async ({ world }, alertId) =>
  (await world.feedback()).effects.filter((one) => one.alertId === alertId);
export const requestsOf = async ({ world }, alertId) =>
  (await world.feedback()).requests.filter((one) => one.alertId === alertId);
