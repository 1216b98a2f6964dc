import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SecurityThresholds } from './model.ts';
import { isOffHours, networkOf, novelty, severityOf } from './rules.ts';

describe('A-308 what a network is', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:85a3:8d3:1319:8a2e:370:7348', '2001:db8:85a3::/48'],
    ['2001:0DB8:85a3::7348', '2001:db8:85a3::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['', ''],
  ])('%s is in %s', (ip, network) => expect(networkOf(ip)).toBe(network));

  it('A-308 addresses that share their first three numbers share the network, others don’t', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, byte, byte, (a, b, c, d, e) => {
        expect(networkOf(`${a}.${b}.${c}.${d}`)).toBe(networkOf(`${a}.${b}.${c}.${e}`));
        if (c !== e) expect(networkOf(`${a}.${b}.${c}.${d}`)).not.toBe(networkOf(`${a}.${b}.${e}.${d}`));
      }),
    );
  });
});

describe('A-308 what is new about a sign-in', () => {
  const known = [{ network: '203.0.113.0/24', country: 'CN' }];
  it.each([
    ['the first of all', [], '198.51.100.0/24', 'US', undefined],
    ['the same network', known, '203.0.113.0/24', 'CN', undefined],
    ['another network at home', known, '198.51.100.0/24', 'CN', 'NEW_NETWORK'],
    ['another country', known, '198.51.100.0/24', 'US', 'NEW_COUNTRY'],
    ['nobody names the country', known, '198.51.100.0/24', '', 'NEW_NETWORK'],
    [
      'countries are named since today',
      [{ network: '203.0.113.0/24', country: '' }],
      '203.0.113.0/24',
      'CN',
      undefined,
    ],
  ] as const)('%s', (_, before, network, country, expected) => {
    expect(novelty(before, network, country)).toBe(expected);
  });

  it('a merchant’s phone in a new network is worth noting only, a staff member’s is an alarm', () => {
    expect(severityOf('NEW_NETWORK', 'merchant')).toBe('INFO');
    expect(severityOf('NEW_NETWORK', 'staff')).toBe('WARNING');
    expect(severityOf('NEW_COUNTRY', 'merchant')).toBe('WARNING');
  });
});

describe('A-308 business hours are those of Asia/Shanghai', () => {
  const thresholds = SecurityThresholds.parse({});
  it.each([
    ['Monday 07:59', '2026-11-22T23:59:00Z', true],
    ['Monday 08:00', '2026-11-23T00:00:00Z', false],
    ['Monday 19:59', '2026-11-23T11:59:00Z', false],
    ['Monday 20:00', '2026-11-23T12:00:00Z', true],
    ['Monday 00:30', '2026-11-22T16:30:00Z', true],
    ['Saturday noon', '2026-11-21T04:00:00Z', true],
  ])('%s', (_, at, off) => expect(isOffHours(new Date(at), thresholds)).toBe(off));
});
