/** Parses UTF-8 JSON; undefined for anything that isn't. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Like {@link parseJson}, but numbers stay the text they were, so that `19.90` and `0.1` lose nothing on the way to DECIMAL. */
export function parseJsonExactly(body: Buffer): unknown {
  return JSON.parse(body.toString('utf8'), (_key, value: unknown, context?: { source: string }) =>
    typeof value === 'number' && context ? context.source : value,
  );
}
