import { expect, it } from 'vitest';
import { DEFAULT_GRANTS } from '../kernel/access.ts';
import { goesBeyond, keepsSystem, leavesOwnRights, sameGrants } from './guard-rules.ts';

const { SYSTEM_ADMIN, PLATFORM_ADMIN, SALES } = DEFAULT_GRANTS;

it('A-306 C-263 a wider scope of the same permission goes beyond, a narrower one doesn’t', () => {
  expect(goesBeyond({ 'customer:view': 'team' }, { 'customer:view': 'own' })).toBe(true);
  expect(goesBeyond({ 'customer:view': 'own' }, { 'customer:view': 'team' })).toBe(false);
  expect(goesBeyond(PLATFORM_ADMIN, SYSTEM_ADMIN)).toBe(false);
  expect(goesBeyond(SYSTEM_ADMIN, PLATFORM_ADMIN)).toBe(true);
  expect(goesBeyond({}, {})).toBe(false);
});

it('A-306 the system admin keeps people and roles, whatever else it loses', () => {
  const { 'role:manage': _lost, ...without } = SYSTEM_ADMIN;
  expect(keepsSystem('SYSTEM_ADMIN', SYSTEM_ADMIN)).toBe(true);
  expect(keepsSystem('SYSTEM_ADMIN', without)).toBe(false);
  expect(keepsSystem('SYSTEM_ADMIN', { ...SYSTEM_ADMIN, 'staff:manage': 'team' })).toBe(false);
  expect(keepsSystem('SALES', {})).toBe(true);
});

it('A-306 nobody’s own rights change by their own hand: neither more nor less, but what another role grants anyway doesn’t count', () => {
  const { 'alert:assign': _gone, ...less } = PLATFORM_ADMIN;
  expect(leavesOwnRights(PLATFORM_ADMIN, less, [])).toBe(false);
  expect(leavesOwnRights(PLATFORM_ADMIN, { ...PLATFORM_ADMIN, 'audit:view': 'all' }, [])).toBe(false);
  expect(leavesOwnRights(PLATFORM_ADMIN, less, [SYSTEM_ADMIN])).toBe(true);
  expect(sameGrants(SALES, { ...SALES })).toBe(true);
});
