/** Markup that is safe to send: made by {@link html} alone. */
export interface Html {
  markup: string;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

/** A tagged template that escapes every value that isn't markup of ours already. */
export function html(strings: TemplateStringsArray, ...values: (string | Html)[]): Html {
  return { markup: strings.reduce((text, part, index) => text + escaped(values[index - 1]) + part) };
}

function escaped(value: string | Html | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? escapeHtml(value) : value.markup;
}
