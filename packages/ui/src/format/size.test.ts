import { expect, test } from 'vitest';
import { formatSize } from './size.ts';

test.each([
  [71, '1 KB'],
  [812 * 1024, '812 KB'],
  [3.44 * 1024 * 1024, '3.4 MB'],
  [10 * 1024 * 1024, '10 MB'],
])('%d bytes read %s', (bytes, text) => {
  expect(formatSize(bytes, 'zh-CN')).toBe(text);
  expect(formatSize(bytes, 'en')).toBe(text);
});
