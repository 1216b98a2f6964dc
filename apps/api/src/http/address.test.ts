import { canonicalAddress, createAddressList } from '@forewarn/core/kernel/address-list';
import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

describe('A-355 allow-list by CIDR', () => {
  const list = createAddressList(['10.1.0.0/16', '192.0.2.7', '2001:db8::/32']);
  it.each([
    ['10.1.255.255', true],
    ['10.2.0.0', false],
    ['192.0.2.7', true],
    ['192.0.2.8', false],
    ['::ffff:10.1.2.3', true],
    ['::FFFF:10.2.0.1', false],
    ['2001:db8:ffff::1', true],
    ['2001:0DB8:0:0::1', true],
    ['2001:db9::1', false],
    ['', false],
    ['not an address', false],
  ])('%s → %s', (address, expected) => {
    expect(list.has(address)).toBe(expected);
  });

  it('writes an address in one way', () => {
    expect(canonicalAddress('[2001:0db8:0000::0001]')).toBe('2001:db8::1');
    expect(canonicalAddress('fe80::1%eth0')).toBe('fe80::1');
    expect(canonicalAddress('::ffff:192.0.2.1')).toBe('192.0.2.1');
  });
});

describe('whose address counts', () => {
  const nobody = createAddressList([]);
  const proxies = createAddressList(['127.0.0.0/8', '10.0.0.0/8']);
  it.each([
    ['no proxy is trusted', nobody, '127.0.0.1', '203.0.113.9', '127.0.0.1'],
    ['the socket is no proxy', proxies, '198.51.100.1', '203.0.113.9', '198.51.100.1'],
    ['one proxy', proxies, '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['two proxies', proxies, '127.0.0.1', '203.0.113.9, 10.0.0.2', '203.0.113.9'],
    ['the caller invents a hop', proxies, '127.0.0.1', '1.2.3.4, 203.0.113.9', '203.0.113.9'],
    ['the header is garbage', proxies, '127.0.0.1', '"><script>', '127.0.0.1'],
    ['there is no header', proxies, '::ffff:127.0.0.1', undefined, '127.0.0.1'],
  ])('%s', (_, trusted, socket, header, expected) => {
    expect(clientAddress(socket, header, trusted)).toBe(expected);
  });
});
