import { expect, test } from 'vitest';
import { type CardValues, checkCard, isPlain } from './card-rules.ts';

const VALID: CardValues = {
  program: 'ETHOCA',
  descriptor: 'SHOP*ACME.COM',
  cardBin: '411111',
  caid: '',
  acquirerBin: '',
  arn: '',
  notifyEmail: 'risk@acme.example',
  remark: '',
};
const check = (part: Partial<CardValues>) => checkCard({ ...VALID, ...part });

test('A-069 A-071 a card without CAID and remark is complete', () => {
  expect(check({})).toEqual({});
});

test.each([
  ['', 'descriptorRequired'],
  ['A', 'descriptorLength'],
  ['AB', undefined],
  ['X'.repeat(50), undefined],
  ['X'.repeat(51), 'descriptorLength'],
  ['ACME<script>', 'descriptorCharacters'],
  ['商店*北京', undefined],
])('A-065 A-066 A-067 descriptor %j', (descriptor, fault) => {
  expect(check({ descriptor }).descriptor).toBe(fault);
});

test.each([
  ['41111', 'bin'],
  ['411111', undefined],
  ['41111122', undefined],
  ['411111223', 'bin'],
  ['4111a1', 'binDigits'],
])('A-068 BIN %j', (cardBin, fault) => {
  expect(check({ cardBin }).cardBin).toBe(fault);
});

test.each([
  ['', 'email'],
  ['risk', 'email'],
  ['risk@acme.example', undefined],
])('A-070 notification address %j', (notifyEmail, fault) => {
  expect(check({ notifyEmail }).notifyEmail).toBe(fault);
});

test('CAID and remark have their limits', () => {
  expect(check({ caid: 'x'.repeat(101) }).caid).toBe('caidLength');
  expect(check({ caid: '<>' }).caid).toBe('caidCharacters');
  expect(check({ remark: 'x'.repeat(501) }).remark).toBe('remark');
});

test('A-074 a wrong character is told while typing, a length that may still grow when the field is left', () => {
  expect(isPlain('descriptorCharacters')).toBe(true);
  expect(isPlain('binDigits')).toBe(true);
  expect(isPlain('bin')).toBe(false);
});

const RDR: Partial<CardValues> = { program: 'RDR', cardBin: '', acquirerBin: '453760', caid: '174030076543219' };
test.each([
  ['acquirer BIN and CAID', {}, {}],
  ['an ARN alone', { acquirerBin: '', caid: '', arn: '7'.repeat(23) }, {}],
  ['nothing', { acquirerBin: '', caid: '' }, { acquirerBin: 'rdrKey' }],
  ['no CAID', { caid: '' }, { caid: 'caidRequired' }],
  ['no acquirer BIN', { acquirerBin: '' }, { acquirerBin: 'acquirerBin' }],
  ['a letter in the BIN', { acquirerBin: '45376x' }, { acquirerBin: 'binDigits' }],
  ['a long CAID', { caid: 'x'.repeat(17) }, { caid: 'rdrCaidLength' }],
  ['a short ARN', { arn: '7'.repeat(22) }, { arn: 'arn' }],
  ['what was typed for the other program', { cardBin: '41' }, {}],
] as const)('A-074 RDR with %s', (_, part, faults) => {
  expect(check({ ...RDR, ...part })).toEqual(faults);
});
