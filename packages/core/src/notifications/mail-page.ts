import type { Locale } from '../kernel/locale.ts';
import { html } from './html.ts';

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/**
 * What surrounds every mail's body. Readable on a phone without zooming (one column, the table as wide as the screen) and in the dark:
 * a client that knows the reader's preference gets real dark colours instead of turning ours round.
 */
const STYLE = `
    body { max-width: 600px; margin: 0 auto; padding: 16px; background: #ffffff; color: #1f2328; line-height: 1.6;
      font-family: -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', sans-serif; word-break: break-word; }
    h2 { font-size: 20px; line-height: 1.3; margin: 8px 0 16px; }
    table { width: 100%; border-collapse: collapse; margin: 12px 0; }
    td { padding: 8px 12px 8px 0; border-bottom: 1px solid #e3e6ea; vertical-align: top; }
    td:first-child { color: #5d6573; width: 34%; }
    a { color: #3b50c8; }
    @media (prefers-color-scheme: dark) {
      body { background: #15171c !important; color: #e7e9ee !important; }
      td { border-color: #343943 !important; }
      td:first-child, [style*="#5d6573"] { color: #a6adba !important; }
      a { color: #a3b3ff; }
    }
`;

/** The whole mail around a body whose values are escaped already. */
export function mailPage(locale: Locale, title: string, subject: string, body: string): RenderedMail {
  const page = html`<!DOCTYPE html>
<html lang="${locale}">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title}</title>
    <style>${{ markup: STYLE }}</style>
</head>
<body style="line-height: 1.6; max-width: 600px; margin: 0 auto; padding: 16px;">
${{ markup: body }}
</body>
</html>
`;
  return { subject: subject.replace(/[\r\n]+/g, ' '), html: page.markup, text: plainText(body) };
}

/** The readable text of our own markup: rows as lines, links with their address. */
function plainText(markup: string): string {
  return markup
    .replace(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g, '$2: $1')
    .replace(/<\/td>\s*<td[^>]*>/g, ' ')
    .replace(/<(br|hr)>|<\/(p|div|h[1-3]|tr|li|blockquote)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
