import { isIP } from 'node:net';
import { type Actor, actorRef } from '@forewarn/core/kernel/actor';
import type { Operation } from '@forewarn/core/kernel/operation';
import type { RateClass } from '@forewarn/core/ports/rate-counter';

/** Counted by where they come from, whoever asks: nobody is signed in yet, or it doesn't matter. */
const BY_ADDRESS: readonly RateClass[] = ['login', 'mail'];

export function rateClassOf({ rate, evenTime, kind }: Pick<Operation, 'rate' | 'evenTime' | 'kind'>): RateClass {
  if (rate === undefined && evenTime) return 'mail';
  return rate ?? (kind === 'query' ? 'read' : 'write');
}

/** The account where there is one (`staff:2`), else the address. */
export function rateKey(rateClass: RateClass, { actor, ip }: { actor: Actor; ip: string }): string {
  const known = actor.kind === 'merchant' || actor.kind === 'staff';
  return known && !BY_ADDRESS.includes(rateClass) ? actorRef(actor) : network(ip);
}

/** One subscriber of IPv6 holds 2^64 addresses: the network counts, or the limit would be none. Takes canonical addresses. */
export function network(ip: string): string {
  if (isIP(ip) !== 6) return ip;
  const [head = '', tail = ''] = ip.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = ip.includes('::') ? Array<string>(8 - left.length - right.length).fill('0') : [];
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`;
}
