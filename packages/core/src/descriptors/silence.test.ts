import { expect, it } from 'vitest';
import { silenceOf } from './silence.ts';

const NOW = new Date('2026-11-22T00:00:00Z');
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

it.each([
  ['enrolled yesterday', 1, null, 0, undefined],
  ['enrolled 59 days ago, never an alert', 59, null, 0, undefined],
  ['enrolled 60 days ago, never an alert', 60, null, null, 'NEVER'],
  ['an alert last week', 300, 7, 7, undefined],
  ['none for 61 days, others had some', 300, 61, 3, 'STOPPED'],
  ['none for 61 days, nor any other', 300, 61, 61, undefined],
  ['the merchant never had one', 300, null, null, 'NEVER'],
])('%s', (_, enrolled, last, merchants, kind) => {
  const card = { registerTime: ago(enrolled), lastAlertTime: last === null ? null : ago(last) };
  expect(silenceOf(card, merchants === null ? null : ago(merchants), NOW, 60)).toBe(kind);
});
