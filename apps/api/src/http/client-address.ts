import type { AddressList } from '@forewarn/core/kernel/address-list';
import { canonicalAddress } from '@forewarn/core/kernel/address-list';

/**
 * The caller's address: the socket's, unless that is a trusted proxy; then the last address in `X-Forwarded-For` that isn't one
 * (what stands before it was written by the caller and proves nothing).
 */
export function clientAddress(
  socket: string | undefined,
  forwardedFor: string | undefined,
  trusted: AddressList,
): string {
  const direct = canonicalAddress(socket ?? '');
  if (trusted.empty || !forwardedFor || !trusted.has(direct)) return direct;
  const hops = forwardedFor.split(',').map(canonicalAddress).reverse();
  const client = hops.find((hop) => !trusted.has(hop)) ?? hops.at(-1) ?? direct;
  return /^[\da-f.:]{2,45}$/i.test(client) ? client : direct;
}

/** The country a trusted proxy names; empty when it names none, or anybody else does. `XX` and `T1` (Tor) are no countries. */
export function clientCountry(socket: string | undefined, named: string | undefined, trusted: AddressList): string {
  if (!named || trusted.empty || !trusted.has(canonicalAddress(socket ?? ''))) return '';
  const code = named.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) && code !== 'XX' ? code : '';
}
