import { z } from 'zod';

/**
 * The interfaces whose callers can be limited to known addresses (A-305, C-162). `admin` is everything that staff do, with
 * `credentials` and `export` (by staff) narrowed further; `webhooks` adds to what the environment allows.
 */
export const KEY_INTERFACES = ['admin', 'credentials', 'export', 'webhooks'] as const;
export type KeyInterface = (typeof KEY_INTERFACES)[number];

/** More than a person can keep in view. */
export const MOST_RANGES = 200;

/** IPv4 or IPv6, one address or a range: `203.0.113.7`, `10.0.0.0/8`, `2001:db8::/32`. */
const Range = z.union([z.ipv4(), z.cidrv4(), z.ipv6(), z.cidrv6()]);

export function isAddressRange(text: string): boolean {
  return Range.safeParse(text).success;
}

/** Each list as its ranges; an empty one lets everybody pass. */
export const Allowlists = z.object({
  admin: z.array(z.string()),
  credentials: z.array(z.string()),
  export: z.array(z.string()),
  webhooks: z.array(z.string()),
});
export type Allowlists = z.output<typeof Allowlists>;

export const AllowlistsView = z.object({
  lists: Allowlists,
  /** Where this very call came from: what must stay on the lists. */
  callerAddress: z.string(),
});
export type AllowlistsView = z.output<typeof AllowlistsView>;

const Given = z.array(z.string().trim().min(1).max(50)).max(MOST_RANGES).optional();
/** A list that isn't sent stays as it is. */
export const AllowlistsUpdate = z.object({ admin: Given, credentials: Given, export: Given, webhooks: Given });
export type AllowlistsUpdate = z.output<typeof AllowlistsUpdate>;
