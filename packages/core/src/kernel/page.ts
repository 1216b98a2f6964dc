import { z } from 'zod';

/** Page input shared by every list: `page` from 1, `size` 10, 20 or 50 on screens, at most 100. */
export const PageInput = z.object({
  page: z.coerce.number<number | string>().int().min(1).max(100_000).default(1),
  size: z.coerce.number<number | string>().int().min(1).max(100).default(10),
});
export type PageInput = z.output<typeof PageInput>;

/** The one list envelope (C-034): `{total, pages, current, size, records, nextCursor?}`. */
export function pageOf<T extends z.ZodType>(record: T) {
  return z.object({
    total: z.number().int(),
    pages: z.number().int(),
    current: z.number().int(),
    size: z.number().int(),
    records: z.array(record),
    nextCursor: z.string().optional(),
  });
}

export interface Page<T> {
  total: number;
  pages: number;
  current: number;
  size: number;
  records: T[];
  nextCursor?: string;
}

export function toPage<T>(input: PageInput, total: number, records: T[]): Page<T> {
  return { total, pages: Math.ceil(total / input.size), current: input.page, size: input.size, records };
}
