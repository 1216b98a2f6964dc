import type { AlertCandidate, AlertDetail, AlertSummary } from '@forewarn/core/alerts/model';
import { expect, test } from 'vitest';
import { compareCandidate } from './compare-candidate.ts';
import { isQueued } from './queued.ts';
import { nextOpen, sameDescriptor } from './same-descriptor.ts';

const AT = '2026-11-22T00:00:00.000Z';
const SUMMARY: AlertSummary = {
  id: 1,
  alertId: 'A-1',
  program: 'ETHOCA',
  alertTime: AT,
  receivedTime: AT,
  deadline: AT,
  riskLevel: 'LOW',
  amount: 1,
  currency: 'USD',
  transactionId: null,
  descriptor: 'SHOP ONE',
  cardBinMasked: '4111**',
  cardLast4: null,
  matchStatus: 'UNMATCHED',
  matchTier: null,
  holdReason: null,
  processStatus: 'PENDING',
  processAction: null,
  processTime: null,
  feedbackStatus: 'NONE',
  needsAnswer: false,
  expired: false,
  cardBrand: null,
  assignedTo: null,
  late: false,
  merchantId: null,
  merchantName: null,
};
const DETAIL: AlertDetail = {
  ...SUMMARY,
  descriptorRegister: null,
  caid: 'CAID-1',
  arn: null,
  reasonCode: null,
  reasonText: null,
  merchantOrderId: null,
  outcome: null,
  riskSource: 'PROVIDER',
  transactionTime: null,
  orderId: null,
  cardType: null,
  cardBrandNamed: null,
  issuer: null,
  cardholderMasked: null,
  riskScore: null,
  riskReason: null,
  riskReasons: [],
  authCode: null,
  threeDSecure: null,
  matchReason: '',
  card: null,
  candidates: [],
  timeline: [],
  answer: null,
  draft: null,
  evidenceFiles: [],
  revisions: 0,
  changes: [],
  version: 1,
};
const CANDIDATE: AlertCandidate = {
  cardId: 1,
  merchantId: 1,
  merchantName: 'One',
  merchantStatus: 'ACTIVE',
  descriptor: 'shop  one',
  cardBin: '411111',
  caid: 'CAID-1',
  tier: 'EXACT',
  createdTime: AT,
};

const list = ['SHOP ONE', 'other', ' shop  one ', null].map((descriptor, index) => ({
  ...SUMMARY,
  id: index + 1,
  descriptor,
}));

test('desktop: alerts with one descriptor are found whatever their case and blanks; none is not a descriptor', () => {
  expect(sameDescriptor(SUMMARY, list).map(({ id }) => id)).toEqual([3]);
  expect(sameDescriptor({ ...SUMMARY, id: 4, descriptor: null }, list)).toEqual([]);
});

test('desktop: after an assignment the next alert that stays opens, else the one before, else none', () => {
  expect(nextOpen(list, 1, new Set([1]))).toBe(2);
  expect(nextOpen(list, 1, new Set([1, 2, 3]))).toBe(4);
  expect(nextOpen(list, 4, new Set([4]))).toBe(3);
  expect(nextOpen(list, 1, new Set([1, 2, 3, 4]))).toBeUndefined();
  expect(nextOpen([], 9, new Set([9]))).toBeUndefined();
});

test('A-109 A-110 A-111 desktop: a candidate shows where its card agrees with the alert', () => {
  expect(compareCandidate(DETAIL, CANDIDATE)).toEqual({ descriptor: 'same', cardBin: 'same', caid: 'same' });
  expect(compareCandidate(DETAIL, { ...CANDIDATE, tier: 'EMPTY_CAID', caid: '' })).toEqual({
    descriptor: 'same',
    cardBin: 'same',
    caid: 'open',
  });
  expect(compareCandidate(DETAIL, { ...CANDIDATE, tier: 'DESCRIPTOR', cardBin: '522222', caid: 'X' })).toEqual({
    descriptor: 'same',
    cardBin: 'differs',
    caid: 'differs',
  });
});

test('desktop: a BIN of which only some digits are seen is never called the same', () => {
  const lookAlike = { ...CANDIDATE, tier: 'DESCRIPTOR' as const, cardBin: '411199' };
  expect(compareCandidate(DETAIL, lookAlike).cardBin).toBe('open');
  expect(compareCandidate({ ...DETAIL, cardBinMasked: null }, lookAlike).cardBin).toBe('open');
});

test('A-114 desktop: unmatched and held alerts wait for a person, others don’t', () => {
  expect(isQueued(SUMMARY)).toBe(true);
  expect(isQueued({ matchStatus: 'MULTIPLE', holdReason: 'AMBIGUOUS_MERCHANTS' })).toBe(true);
  expect(isQueued({ matchStatus: 'MULTIPLE', holdReason: null })).toBe(false);
  expect(isQueued({ matchStatus: 'MATCHED', holdReason: null })).toBe(false);
});
