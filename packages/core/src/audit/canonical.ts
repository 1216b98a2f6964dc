/** An audit row as it is read back from the database; what it was hashed as must come out the same for ever. */
export interface AuditRecord {
  id: number;
  atTime: Date;
  actorKind: string;
  actorId: number | null;
  actorName: string;
  action: string;
  targetType: string;
  targetId: string;
  result: string;
  /** JSON text, as the database gives it. */
  detail: string | null;
  ip: string;
  userAgent: string;
  requestId: string;
}

/**
 * The bytes that stand for a row: every field with its length before it, so that no text can be moved from one field to the next.
 * `detail` is written anew with its keys in order, because MySQL rearranges JSON and MariaDB doesn't. Never change this: a new form
 * needs a new version byte.
 */
export function canonicalBytes(row: AuditRecord): Buffer {
  const fields = [
    String(row.id),
    row.atTime.toISOString(),
    row.actorKind,
    row.actorId === null ? '' : String(row.actorId),
    row.actorName,
    row.action,
    row.targetType,
    row.targetId,
    row.result,
    canonicalJson(row.detail),
    row.ip,
    row.userAgent,
    row.requestId,
  ];
  const parts: Buffer[] = [Buffer.from([1])];
  for (const field of fields) {
    const bytes = Buffer.from(field, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    parts.push(length, bytes);
  }
  return Buffer.concat(parts);
}

/** What isn't JSON stands as it is: somebody has put it there, and it must show. */
function canonicalJson(text: string | null): string {
  if (text === null) return '';
  try {
    return JSON.stringify(JSON.parse(text), sortKeys);
  } catch {
    return text;
  }
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
