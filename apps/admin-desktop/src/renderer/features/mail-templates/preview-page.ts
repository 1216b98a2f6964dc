/**
 * A mail as a page of its own that our content security policy lets stand: the policy allows `<style>` with the page's nonce and no `style`
 * attributes, and a frame made of text inherits it. So each attribute becomes a class. Our own markup only: attributes are in double
 * quotes and hold no angle brackets.
 */
export function previewPage(html: string, nonce: string, dark: boolean): string {
  const rules: string[] = [];
  const body = html.replace(
    /<([a-z][a-z0-9]*)([^<>]*?) style="([^"<>]*)"/g,
    (_, tag: string, before: string, style: string) => {
      rules.push(`.p${rules.length} { ${style.replaceAll('&#39;', "'")} }`);
      const old = /#5d6573/.test(style) ? ' dim' : '';
      return `<${tag}${before} class="p${rules.length - 1}${old}"`;
    },
  );
  const styles = `${rules.join('\n')}\n:root { color-scheme: ${dark ? 'dark' : 'light'}; }\n${dark ? '.dim { color: #a6adba !important; }' : ''}`;
  // The reader's preference is a choice here, whatever this computer's is.
  const media = dark ? 'all' : 'not all';
  return body
    .replaceAll('@media (prefers-color-scheme: dark)', `@media ${media}`)
    .replace(/<style>/g, `<style nonce="${nonce}">`)
    .replace('</head>', `<style nonce="${nonce}">${styles}</style></head>`);
}
