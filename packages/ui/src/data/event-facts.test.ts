import type { TimelineEvent } from '@forewarn/core/alerts/model';
import { expect, test } from 'vitest';
import { alertLabels } from '../i18n/en/alerts.ts';
import { eventFacts } from './event-facts.ts';

const event = (data: Record<string, unknown>, actorName: string | null = null): TimelineEvent => ({
  id: 1,
  at: '2026-11-22T15:40:00.000Z',
  kind: 'ANSWERED',
  level: 'INFO',
  actorKind: 'merchant',
  actorName,
  data,
});

test('codes become labels, lists become text', () => {
  const facts = eventFacts(
    event({ action: 'REFUND', reason: 'MERCHANT_CLOSED', fields: ['amount', 'arn'] }, 'Li'),
    alertLabels,
  );
  expect(facts).toEqual({
    actor: 'Li',
    action: 'Refund',
    recipient: '',
    fields: 'amount, arn',
    reason: 'Merchant closed',
  });
});

test('what is unknown is shown as it came, what is absent is empty', () => {
  const facts = eventFacts(event({ action: 'SOMETHING_NEW', recipient: { odd: true } }), alertLabels);
  expect(facts).toMatchObject({ actor: 'The system', action: 'SOMETHING_NEW', recipient: '', reason: '' });
});
