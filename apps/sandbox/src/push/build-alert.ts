import { ControlError } from '../control-error.ts';
import type { SignatureScheme } from '../settings.ts';
import { signMd5 } from '../signature/sign.ts';
import type { World } from '../world.ts';
import { type Delivery, signingSecret } from './deliver.ts';
import type { PushRecord } from './log.ts';
import type { PushOptions } from './options.ts';
import { sampleAlert } from './sample-alert.ts';

/** The deliveries a push asks for, each with its final bytes. */
export function buildAlerts(world: World, options: PushOptions): Delivery[] {
  const scheme = options.scheme ?? world.settings.scheme ?? 'hmac-sha256';
  return Array.from({ length: options.count }, (_, index) => {
    if (options.raw !== undefined) return { kind: 'alert', alertId: null, scheme, body: options.raw };
    if (options.duplicateOf !== undefined) return repeat(pushedBefore(world, options.duplicateOf));
    const alert = options.updateOf === undefined ? newAlert(world, options, index) : changed(world, options, index);
    return encode(world, alert, scheme, options);
  });
}

function newAlert(world: World, options: PushOptions, index: number): Record<string, unknown> {
  const alert = { ...sampleAlert(world.nextAlert, world.now()), ...options.alert };
  world.nextAlert += 1;
  if (options.alert?.alertId !== undefined && options.count > 1) alert.alertId = `${alert.alertId}-${index + 1}`;
  return alert;
}

/** The alert as last pushed, with the asked changes, or with a mark that makes its content differ. */
function changed(world: World, options: PushOptions, index: number): Record<string, unknown> {
  const before = pushedBefore(world, options.updateOf ?? '');
  const { sign: _, ...alert } = JSON.parse(before.requestBody) as Record<string, unknown>;
  const mark = { alertStatus: `UPDATED-${world.pushes.records.length + index + 1}` };
  return { ...alert, ...(options.alert && options.count === 1 ? {} : mark), ...options.alert, alertId: before.alertId };
}

function encode(world: World, alert: Record<string, unknown>, scheme: SignatureScheme, options: PushOptions): Delivery {
  const fields = Object.fromEntries(Object.entries(alert).filter(([name]) => !options.omit?.includes(name)));
  if (scheme === 'md5-salt' && !options.unsigned) fields.sign = signMd5(signingSecret(world, options), fields);
  const alertId = typeof fields.alertId === 'string' ? fields.alertId : null;
  return { kind: 'alert', alertId, scheme, body: JSON.stringify(fields) };
}

function repeat({ alertId, scheme, requestBody }: PushRecord): Delivery {
  return { kind: 'alert', alertId, scheme, body: requestBody };
}

function pushedBefore(world: World, alertId: string): PushRecord {
  const record = world.pushes.lastOf(alertId);
  if (!record) throw new ControlError(404, `Alert "${alertId}" was never pushed from here.`);
  return record;
}
