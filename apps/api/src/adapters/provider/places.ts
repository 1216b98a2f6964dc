import { parseJsonExactly } from './json.ts';
import { sample } from './read-problems.ts';

const MOST = 100;
const DEEPEST = 6;

/** Where a JSON body has single values, with a masked sample of each: what a mapping can point at. */
export function places(body: Buffer): { path: string; sample: string }[] {
  try {
    return walk(parseJsonExactly(body), '', 0).slice(0, MOST);
  } catch {
    return [];
  }
}

function walk(value: unknown, path: string, depth: number): { path: string; sample: string }[] {
  if (typeof value !== 'object' || value === null)
    return path === '' || value === null ? [] : [{ path, sample: sample(path, value) }];
  if (depth === DEEPEST) return [];
  return Object.entries(value)
    .slice(0, MOST)
    .flatMap(([name, inner]) =>
      name.includes('.') ? [] : walk(inner, path === '' ? name : `${path}.${name}`, depth + 1),
    );
}
