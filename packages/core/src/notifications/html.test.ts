import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, html } from './html.ts';

/** The signs that mean something to somebody, and some that don't. */
const sign = fc.constantFrom(...'<>&"\'`=+-@;,/\\$ #ltab0中é😀＝＋\t\r\n\0\u2028');

describe('A-238 values in markup', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onload="x', '&quot; onload=&quot;x'],
    ["' onload='x", '&#39; onload=&#39;x'],
    ['a & b', 'a &amp; b'],
    ['&lt;', '&amp;lt;'],
    ['中文', '中文'],
  ])('%s', (value, expected) => {
    expect(html`<p title="${value}">${value}</p>`.markup).toBe(`<p title="${expected}">${expected}</p>`);
  });

  it('markup of ours is taken as it is', () => {
    expect(html`<ul>${html`<li>${'<'}</li>`}</ul>`.markup).toBe('<ul><li>&lt;</li></ul>');
  });

  it('nothing that could end a text or an attribute is left, and nothing is lost', () => {
    const plain = (text: string) =>
      text.replace(
        /&(lt|gt|quot|#39|amp);/g,
        (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name] ?? '',
      );
    fc.assert(
      fc.property(fc.string({ unit: sign }), (value) => {
        expect(escapeHtml(value)).not.toMatch(/[<>"']/);
        expect(plain(escapeHtml(value))).toBe(value);
      }),
    );
  });
});
