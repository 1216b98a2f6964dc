import { isIP } from 'node:net';
import { canonicalAddress, createAddressList } from '@forewarn/core/kernel/address-list';

/** IANA special-purpose registries (RFC 6890 and later): what is this machine, this network, or nobody's. */
const NOT_PUBLIC = createAddressList([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]);

/** Global unicast is 2000::/3; of that, what is reserved or carries an IPv4 address inside (6to4, Teredo, documentation). */
const GLOBAL_V6 = createAddressList(['2000::/3']);
const NOT_PUBLIC_V6 = createAddressList(['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']);

/** Whether an IP address is one of the open internet: neither loopback, private, link-local, shared, multicast nor reserved. */
export function isPublicAddress(address: string): boolean {
  const plain = canonicalAddress(address);
  const family = isIP(plain);
  if (family === 4) return !NOT_PUBLIC.has(plain);
  // Mapped (::ffff:0:0/96) and translated (64:ff9b::/96) addresses lie outside 2000::/3.
  return family === 6 && GLOBAL_V6.has(plain) && !NOT_PUBLIC_V6.has(plain);
}
