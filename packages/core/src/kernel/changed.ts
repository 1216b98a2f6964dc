/** Shortens a value that isn't to be read in full: an e-mail address, a phone number. */
export type Masks<T> = { [K in keyof T]?: (value: string) => string };

/**
 * The fields that differ, from and to, for `ctx.audit({ …, ...changed(before, after, masks) })`. Values are compared as they are and
 * masked afterwards, so that a change shows although its masked forms are alike. Fields that `after` doesn't name haven't changed.
 */
export function changed<T extends object>(
  before: T,
  after: { [K in keyof T]?: T[K] | undefined },
  masks: Masks<T> = {},
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const from: Record<string, unknown> = {};
  const to: Record<string, unknown> = {};
  for (const key of Object.keys(after) as (keyof T & string)[]) {
    if (after[key] === undefined || plain(before[key]) === plain(after[key])) continue;
    from[key] = shown(before[key], masks[key]);
    to[key] = shown(after[key], masks[key]);
  }
  return { before: from, after: to };
}

function plain(value: unknown): string {
  return JSON.stringify(value ?? null);
}

function shown(value: unknown, mask: ((value: string) => string) | undefined): unknown {
  return mask && typeof value === 'string' ? mask(value) : (value ?? null);
}
