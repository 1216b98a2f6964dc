import type { FieldMapping } from '@forewarn/core/deliveries/model';

type Fields = Record<string, unknown>;

/**
 * A body with its fields where the profile expects them: each is copied from the place its mapping names, if a value is there. `used` are the
 * body's own outermost fields that were read so, and aren't unknown any more.
 */
export function applyMapping(body: unknown, mapping: FieldMapping): { body: unknown; used: ReadonlySet<string> } {
  const used = new Set<string>();
  const entries = Object.entries(mapping);
  if (entries.length === 0 || !isFields(body)) return { body, used };
  const mapped: Fields = { ...body };
  const info: Fields = isFields(body.additionalInfo) ? { ...body.additionalInfo } : {};
  for (const [field, path] of entries) {
    const value = valueAt(body, path);
    if (value === undefined || value === null || typeof value === 'object') continue;
    const [outer = '', inner] = field.split('.');
    if (inner === undefined) mapped[outer] = value;
    else {
      info[inner] = value;
      mapped.additionalInfo = info;
    }
    if (!path.includes('.')) used.add(path);
  }
  return { body: mapped, used };
}

/** `data.card.bin` in nested objects and lists; own properties alone. */
export function valueAt(body: unknown, path: string): unknown {
  let value = body;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Fields)[name];
  }
  return value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
