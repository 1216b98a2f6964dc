import { expect, test } from 'vitest';
import { formatRelative, formatTime, zoneName } from './time.ts';

const AT = '2026-11-22T15:40:09.000Z';

test('A-360 an instant is shown in the reader’s zone, and the zone is named', () => {
  expect(formatTime(AT, 'en', 'Asia/Shanghai', 'full')).toBe('Sun 22 Nov 2026 23:40 GMT+8');
  expect(formatTime(AT, 'zh-CN', 'Asia/Shanghai', 'full')).toBe('2026年11月22日 周日 23:40 GMT+8');
  expect(formatTime(AT, 'en', 'America/New_York', 'full')).toBe('Sun 22 Nov 2026 10:40 GMT-5');
});

test('records are exact to the second', () => {
  expect(formatTime(AT, 'en', 'Asia/Shanghai', 'exact')).toBe('22 Nov 2026 23:40:09 GMT+8');
});

test('lists show a short form', () => {
  expect(formatTime(AT, 'en', 'Asia/Shanghai', 'short')).toBe('22 Nov 23:40');
  expect(formatTime(AT, 'zh-CN', 'Asia/Shanghai', 'short')).toBe('11月22日 23:40');
});

test('midnight is 00, not 24', () => {
  expect(formatTime('2026-11-22T16:00:00.000Z', 'zh-CN', 'Asia/Shanghai', 'short')).toBe('11月23日 00:00');
});

test('text that is no instant is shown as it came', () => {
  expect(formatTime('soon', 'en', 'Asia/Shanghai')).toBe('soon');
});

test('the zone’s name follows daylight saving', () => {
  expect(zoneName('2026-07-01T00:00:00Z', 'en', 'America/New_York')).toBe('GMT-4');
  expect(zoneName('2026-12-01T00:00:00Z', 'en', 'America/New_York')).toBe('GMT-5');
});

test.each([
  [-30, '30秒钟前', '30 seconds ago'],
  [-90, '1分钟前', '1 minute ago'],
  [3 * 3600, '3小时后', 'in 3 hours'],
  [-86_400, '昨天', 'yesterday'],
])('%i seconds away', (seconds, chinese, english) => {
  const now = Date.parse(AT) - seconds * 1000;
  expect(formatRelative(AT, now, 'zh-CN')).toBe(chinese);
  expect(formatRelative(AT, now, 'en')).toBe(english);
});
