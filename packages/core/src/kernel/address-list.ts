import { BlockList, isIP } from 'node:net';

/** Addresses and CIDR ranges, IPv4 and IPv6; `::ffff:10.0.0.1` counts as `10.0.0.1`. */
export interface AddressList {
  readonly empty: boolean;
  has(address: string): boolean;
}

export function createAddressList(ranges: readonly string[]): AddressList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
  }
  return {
    empty: ranges.length === 0,
    has(address) {
      const plain = canonicalAddress(address);
      const family = isIP(plain);
      return family !== 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4');
    },
  };
}

/** One spelling for each address, so that a limit or a list can't be passed by writing it another way. */
export function canonicalAddress(address: string): string {
  const bare = address
    .trim()
    .replace(/^\[|\]$/g, '')
    .replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped && isIP(mapped) === 4) return mapped;
  return isIP(bare) === 6 ? new URL(`http://[${bare}]`).hostname.slice(1, -1) : bare;
}
