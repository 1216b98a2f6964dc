import { AUDIT_ACTION_LABELS } from '@forewarn/core/audit/model';
import { expect, it } from 'vitest';
import { v1 } from './rest/v1.ts';

/** Reading that is audited although it changes nothing, and what is written down without an operation of its own. */
const ALSO = ['alerts.getEvidence', 'credentials.list', 'auth.reuse'];

it('C-275 whatever the audit log can hold has a name in both languages', () => {
  const written = v1.filter(({ operation }) => operation.kind !== 'query').map(({ operation }) => operation.name);
  for (const labels of Object.values(AUDIT_ACTION_LABELS)) {
    const named = Object.keys(labels);
    expect([...written, ...ALSO].filter((action) => !named.includes(action))).toEqual([]);
    expect(Object.values(labels).filter((label) => label.trim() === '')).toEqual([]);
  }
});
