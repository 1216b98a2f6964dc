import type { TimelineEvent } from '@forewarn/core/alerts/model';
import { expect, test } from 'vitest';
import { alertLabels } from '../i18n/en/alerts.ts';
import { eventFacts } from './event-facts.ts';

const event = (data: Record<string, unknown>, actor: Partial<TimelineEvent> = {}): TimelineEvent => ({
  id: 1,
  at: '2026-11-22T15:40:00.000Z',
  kind: 'ANSWERED',
  level: 'INFO',
  actorKind: 'merchant',
  actorName: null,
  data,
  ...actor,
});

test('codes become labels, lists become text', () => {
  const data = {
    action: 'REFUND',
    hold: 'MERCHANT_CLOSED',
    fields: ['amount', 'arn'],
    tier: 'EXACT',
    status: 'PREVENTED',
  };
  expect(eventFacts(event(data, { actorName: 'Li' }), alertLabels)).toEqual({
    actor: 'Li',
    action: 'Refund',
    recipient: '',
    fields: 'amount, ARN',
    reason: 'Merchant closed',
    tier: 'Exact match',
    notice: 'chargeback prevented',
    rule: '',
    to: '',
  });
});

test('what is unknown is shown as it came, what is absent is empty', () => {
  const facts = eventFacts(event({ action: 'SOMETHING_NEW', recipient: { odd: true }, hold: null }), alertLabels);
  expect(facts).toMatchObject({ action: 'SOMETHING_NEW', recipient: '', reason: '', tier: '' });
});

test('a person whose name is hidden is named by their side', () => {
  expect(eventFacts(event({}, { actorKind: 'staff' }), alertLabels).actor).toBe('The platform');
});
