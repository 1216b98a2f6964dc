import { z } from 'zod';

/** Text in the URL; the router reads digits as a number. */
export const SearchText = z
  .union([z.string(), z.number().transform(String)])
  .transform((text) => text.trim())
  .pipe(z.string().min(1).max(100));
export const SearchPage = z.number().int().min(1).max(100_000);
export const SearchSize = z.literal([10, 20, 50]);
export const SearchId = z.number().int().positive();
export const SearchDay = z.iso.date();
export const RANGES = ['today', '7d', '30d', 'custom'] as const;
export const SearchRange = z.enum(RANGES);
export type Range = (typeof RANGES)[number];

/** Everything optional, so that a URL holds only what differs from the page as it opens. */
type Lenient<S extends z.ZodRawShape> = { [K in keyof S]?: z.output<S[K]> | undefined };

/**
 * Filters from the URL, one by one: what doesn't parse is left out instead of breaking the page. Links are shared and typed by hand.
 * Every key is named in the result, because the router lays it over the raw search.
 */
export function lenient<S extends z.ZodRawShape>(shape: S) {
  return (raw: Record<string, unknown>): Lenient<S> => {
    const kept = Object.entries(shape).map(([key, schema]) => [key, z.safeParse(schema, raw[key]).data]);
    return Object.fromEntries(kept) as Lenient<S>;
  };
}
