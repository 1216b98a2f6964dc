const SHANGHAI_OFFSET = '+08:00';
const LOCAL = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?)$/;
const EARLIEST = Date.parse('2000-01-01T00:00:00Z');
const LATEST = Date.parse('2100-01-01T00:00:00Z');

/** ISO 8601 with a zone, epoch milliseconds, or `YYYY-MM-DD HH:mm:ss` in Asia/Shanghai (`provider.md` 2); undefined for anything else. */
export function readTime(value: string): Date | undefined {
  const text = value.trim();
  if (/^\d{12,14}$/.test(text)) return sane(Number(text));
  if (!isDate(text.slice(0, 10))) return undefined;
  const local = LOCAL.exec(text);
  if (local) return sane(Date.parse(`${local[1]}T${local[2]}${SHANGHAI_OFFSET}`));
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return sane(Date.parse(text));
  return undefined;
}

/** The engine takes 30 February for 2 March. */
function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function sane(at: number): Date | undefined {
  return at >= EARLIEST && at < LATEST ? new Date(at) : undefined;
}
