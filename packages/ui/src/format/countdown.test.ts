import { describe, expect, test } from 'vitest';
import { words as en } from '../i18n/en/words.ts';
import { words as zh } from '../i18n/zh-CN/words.ts';
import { countdown, formatCountdown, formatSpan } from './countdown.ts';

const DEADLINE = '2026-11-22T15:40:00.000Z';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (ms: number) => countdown(DEADLINE, Date.parse(DEADLINE) - ms);

describe('countdown', () => {
  test.each([
    [4 * HOUR, 'calm'],
    [4 * HOUR - 1, 'soon'],
    [HOUR, 'soon'],
    [HOUR - 1, 'urgent'],
    [1, 'urgent'],
    [0, 'passed'],
    [-1, 'passed'],
  ] as const)('%i ms before the deadline is %s', (ms, urgency) => {
    expect(at(ms)).toEqual({ urgency, left: ms });
  });

  test('a deadline in another offset is the same instant', () => {
    expect(countdown('2026-11-22T23:40:00.000+08:00', Date.parse(DEADLINE) - HOUR).left).toBe(HOUR);
  });
});

describe('formatSpan', () => {
  test.each([
    [26 * HOUR + 59 * MINUTE, '1 天 2 小时', '1 day 2 h'],
    [48 * HOUR, '2 天', '2 days'],
    [3 * HOUR + 5 * MINUTE + 59_999, '3 小时 05 分', '3 h 05 min'],
    [59 * MINUTE + 59_999, '59 分 59 秒', '59 min 59 s'],
    [4_000, '0 分 04 秒', '0 min 04 s'],
  ])('%i ms', (ms, chinese, english) => {
    expect(formatSpan(ms, zh.countdown)).toBe(chinese);
    expect(formatSpan(ms, en.countdown)).toBe(english);
  });

  test('what is left and what is over are told apart', () => {
    expect(formatCountdown(at(2 * HOUR), zh.countdown)).toBe('剩 2 小时 00 分');
    expect(formatCountdown(at(-2 * HOUR), zh.countdown)).toBe('已超时 2 小时 00 分');
    expect(formatCountdown(at(-2 * HOUR), en.countdown)).toBe('2 h 00 min overdue');
  });
});
