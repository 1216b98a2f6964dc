const HREF = /<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi;
const BARE_URL = /https?:\/\/[^\s<>"'，。；、）】》”]+/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The http(s) addresses of a mail: those its HTML links to, then others that stand in its text. Each once. */
export function findLinks({ html, text }: { html: string; text: string }): string[] {
  const linked = [...html.matchAll(HREF)].map((match) => decodeEntities(match[1] ?? match[2] ?? match[3] ?? ''));
  const written = [...text.matchAll(BARE_URL)].map((match) => match[0].replace(/[.,;:!?)\]]+$/, ''));
  return [...new Set([...linked, ...written].map((link) => link.trim()))].filter((link) => /^https?:\/\//i.test(link));
}

function decodeEntities(value: string): string {
  return value.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return ENTITIES[String(name).toLowerCase()] ?? whole;
  });
}
