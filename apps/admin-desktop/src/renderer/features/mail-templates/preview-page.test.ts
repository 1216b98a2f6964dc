import { expect, it } from 'vitest';
import { previewPage } from './preview-page.ts';

it.each([
  [true, 'all'],
  [false, 'not all'],
])('dark or light is chosen, not the computer’s: %s', (dark, media) => {
  const page = previewPage('<style>@media (prefers-color-scheme: dark) { a {} }</style>', 'N0', dark);
  expect(page).toContain(`@media ${media} { a {} }`);
});

it('A-237 a mail’s own styles become classes under the page’s nonce, and nothing else changes', () => {
  const html =
    '<html><head><style>td { color: red }</style></head><body style="margin: 0"><a href="x" style="color: #5d6573">y</a></body></html>';
  const page = previewPage(html, 'N0', true);
  expect(page).toContain('<style nonce="N0">td { color: red }</style>');
  expect(page).toContain('.p0 { margin: 0 }');
  expect(page).toContain('<body class="p0">');
  expect(page).toContain('<a href="x" class="p1 dim">y</a>');
  expect(page).not.toMatch(/ style="/);
});
