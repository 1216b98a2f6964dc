import { describe, expect, it } from 'vitest';
import { readStatus } from './read-status.ts';
import { readTime } from './read-time.ts';

const ALERT = { type: 'ALERT', alertId: 'A-1', status: 'ACCEPTED', eventId: 'E-1', time: '2026-11-22T03:00:00Z' };
const CARD = { type: 'ENROLMENT', cardRef: 'ref-1', status: 'REGISTERED', eventId: 'E-2', time: 1795316400000 };
const read = (body: unknown) => readStatus(Buffer.from(JSON.stringify(body)));

describe('A-010 status events', () => {
  it.each(['ACCEPTED', 'REJECTED', 'EXPIRED', 'PREVENTED', 'CHARGEBACK', 'CANCELLED'])('of an alert: %s', (status) => {
    expect(read({ ...ALERT, status, errorCode: '4091', errorMessage: 'x' })).toEqual({
      ok: true,
      value: { type: 'ALERT', alertId: 'A-1', status, errorCode: '4091', eventId: 'E-1', time: new Date(ALERT.time) },
    });
  });

  it.each([
    ['REGISTERED', undefined, null],
    ['CLOSED', undefined, null],
    ['FAILED', '4101', 'ENROLLED_ELSEWHERE'],
    ['FAILED', '4102', 'GENERIC_DESCRIPTOR'],
    ['FAILED', '4103', 'INVALID_DESCRIPTOR'],
    ['FAILED', '4104', 'VERIFICATION_NEEDED'],
    ['FAILED', '4999', 'REFUSED'],
    ['FAILED', undefined, 'REFUSED'],
  ])('A-084 of an enrolment: %s %s', (status, errorCode, reason) => {
    expect(read({ ...CARD, status, errorCode })).toMatchObject({
      ok: true,
      value: { type: 'ENROLMENT', cardRef: 'ref-1', status, reason, time: new Date(1795316400000) },
    });
  });

  it.each([
    ['another type', { ...ALERT, type: 'CARD' }],
    ['another status', { ...ALERT, status: 'REGISTERED' }],
    ['an enrolment with an alert’s status', { ...CARD, status: 'ACCEPTED' }],
    ['no event id', { ...ALERT, eventId: undefined }],
    ['no time', { ...ALERT, time: undefined }],
    ['no alert id', { ...ALERT, alertId: undefined }],
    ['a list', [ALERT]],
    ['nothing', null],
  ])('%s cannot be read, and it is said why', (_, body) => {
    expect(read(body)).toMatchObject({ ok: false, error: expect.stringMatching(/.{5}/) });
  });

  it('what is no JSON', () => {
    expect(readStatus(Buffer.from('{'))).toEqual({ ok: false, error: 'not JSON' });
  });
});

describe('A-103 times', () => {
  it.each([
    ['2026-11-22T03:00:00Z', '2026-11-22T03:00:00.000Z'],
    ['2026-11-22T03:00:00.123Z', '2026-11-22T03:00:00.123Z'],
    ['2026-11-22T11:00:00+08:00', '2026-11-22T03:00:00.000Z'],
    ['2026-11-21T22:00:00-05:00', '2026-11-22T03:00:00.000Z'],
    ['1795316400000', '2026-11-22T03:00:00.000Z'],
    ['2026-11-22 11:00:00', '2026-11-22T03:00:00.000Z'],
    ['2026-11-22 11:00', '2026-11-22T03:00:00.000Z'],
    ['2026-11-22T11:00:00', '2026-11-22T03:00:00.000Z'],
    [' 2026-11-22 11:00:00 ', '2026-11-22T03:00:00.000Z'],
    ['2024-02-29 00:00:00', '2024-02-28T16:00:00.000Z'],
  ])('%s', (text, expected) => {
    expect(readTime(text)?.toISOString()).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    '2026-11-22',
    '1795316400',
    '2026-13-01 00:00:00',
    '2026-02-30 10:00:00',
    '2026-02-30T10:00:00Z',
    '2026-11-22 25:00:00',
    '1999-12-31T23:59:59Z',
    '2100-01-01T00:00:00Z',
    '22/11/2026',
  ])('not %j', (text) => {
    expect(readTime(text)).toBeUndefined();
  });
});
