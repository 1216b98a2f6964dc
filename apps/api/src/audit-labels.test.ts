import { globSync, readFileSync } from 'node:fs';
import { AUDIT_ACTION_LABELS, AUDIT_TARGET_LABELS } from '@forewarn/core/audit/model';
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

it('C-275 so has every kind of thing that is acted on', () => {
  const core = new URL('../../../packages/core/src/', import.meta.url).pathname;
  const sources = globSync('**/*.ts', { cwd: core }).filter((file) => !/\.test\.ts$|^testing\//.test(file));
  const kinds = sources.flatMap((file) =>
    [...readFileSync(core + file, 'utf8').matchAll(/targetType: '([a-z_-]+)'/g)].map(([, kind]) => kind ?? ''),
  );
  expect(kinds.length).toBeGreaterThan(20);
  for (const labels of Object.values(AUDIT_TARGET_LABELS))
    expect([...new Set(kinds)].filter((kind) => !(kind in labels))).toEqual([]);
});
