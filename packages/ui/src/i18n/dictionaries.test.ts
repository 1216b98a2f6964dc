import { PROCESS_ACTIONS } from '@forewarn/core/alerts/model';
import { expect, test } from 'vitest';
import { alertLabels as alertsEn } from './en/alerts.ts';
import { cardLabels as cardsEn } from './en/cards.ts';
import { problems as problemsEn } from './en/problems.ts';
import { staffLabels as staffEn } from './en/staff.ts';
import { words as wordsEn } from './en/words.ts';
import type { EventFacts } from './zh-CN/alerts.ts';
import { alertLabels } from './zh-CN/alerts.ts';
import { cardLabels } from './zh-CN/cards.ts';
import { problems } from './zh-CN/problems.ts';
import { staffLabels } from './zh-CN/staff.ts';
import { words } from './zh-CN/words.ts';

/** Every text of a dictionary by its path; functions are called with their arguments' names or facts. */
function texts(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') return [[path, String(path.includes('.event.') ? node(FACTS) : node('2', '3'))]];
  return Object.entries(node as object).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}

const NO_FACTS: EventFacts = {
  ...{ actor: 'Li', action: '', recipient: '', fields: '', reason: '' },
  ...{ tier: '', notice: '', rule: '', to: '' },
  actor: 'Li',
  action: '',
  recipient: '',
  fields: '',
  reason: '',
  tier: '',
  notice: '',
  to: '',
};
const FACTS: EventFacts = { ...NO_FACTS, action: 'Refund', recipient: 'a@b.example', fields: 'amount', reason: 'late' };
const PAIRS = [
  ['words', words, wordsEn],
  ['problems', problems, problemsEn],
  ['alerts', alertLabels, alertsEn],
  ['cards', cardLabels, cardsEn],
  ['staff', staffLabels, staffEn],
] as const;

test.each(PAIRS)(
  '%s: both languages have the same texts, none is empty, none is in the other language',
  (_, zh, en) => {
    const chinese = texts(zh);
    const english = texts(en);
    expect(english.map(([path]) => path).sort()).toEqual(chinese.map(([path]) => path).sort());
    for (const [path, text] of [...chinese, ...english]) expect(text.trim(), path).not.toBe('');
    for (const [path, text] of english) expect(text, path).not.toMatch(/\p{Script=Han}/u);
  },
);

test('every action of the model has a label in both languages', () => {
  for (const action of PROCESS_ACTIONS) {
    expect(alertLabels.action[action]).toBeTruthy();
    expect(alertsEn.action[action]).toBeTruthy();
  }
});

test('an event with nothing to fill in is still a sentence', () => {
  for (const labels of [alertLabels, alertsEn]) {
    for (const [kind, sentence] of Object.entries(labels.event)) {
      expect(sentence(NO_FACTS), kind).not.toMatch(/undefined|[:：(（]\s*$/);
    }
  }
});
