import { z } from 'zod';
import { AdminAlertListInput } from '../alerts/model.ts';
import { Instant, TimeZone } from '../kernel/time.ts';

/** So many are made while one waits; more is a background job's work. */
export const EXPORT_AT_ONCE = 1000;
/** A file ends here and says so: spreadsheets get no wiser with more. */
export const EXPORT_MOST = 200_000;
/** Files are kept so many days. */
export const EXPORT_KEPT_DAYS = 7;
/** Under way at the same time, for a merchant or a member of staff. */
export const EXPORTS_AT_A_TIME = 3;

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const EXPORT_TYPES = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv; charset=utf-8',
] as const;

export const EXPORT_STATUSES = ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'EXPIRED'] as const;
export type ExportStatus = (typeof EXPORT_STATUSES)[number];

/** What a list shows with these filters. `merchantId`, `matchStatus` and `queue` are for staff. */
export const ExportFilter = AdminAlertListInput.omit({ page: true, size: true, cursor: true });
export type ExportFilter = z.output<typeof ExportFilter>;

const Making = {
  format: z.enum(EXPORT_FORMATS).default('csv'),
  /** For the times in it; absent: the merchant's own, for staff UTC. */
  timeZone: TimeZone.optional(),
};
export const ExportInput = ExportFilter.extend({
  ...Making,
  /** These alerts instead of what the filters find. */
  ids: z.array(z.coerce.number<number | string>().int().positive()).max(EXPORT_AT_ONCE).optional(),
});
export const ExportFile = z.object({
  fileName: z.string(),
  contentType: z.enum(EXPORT_TYPES),
  rows: z.number().int(),
  /** There are more than the file holds: a job takes them all. */
  cut: z.boolean(),
  encoding: z.enum(['text', 'base64']),
  content: z.string(),
});

export const ExportStart = ExportFilter.extend(Making);
export const ExportId = z.object({ id: z.uuid() });
export const ExportJob = z.object({
  id: z.string(),
  format: z.enum(EXPORT_FORMATS),
  status: z.enum(EXPORT_STATUSES),
  /** How many there were when it began; 0 before. */
  totalRows: z.number().int(),
  doneRows: z.number().int(),
  /** Bytes so far; a workbook’s frame adds a few thousand. */
  fileSize: z.number().int(),
  /** There are more: it ends at {@link EXPORT_MOST}, or its search word means more alerts than a list looks up. */
  cut: z.boolean(),
  createdTime: Instant,
  finishedTime: Instant.nullable(),
  /** When the file goes. */
  expiresTime: Instant.nullable(),
});
export type ExportJob = z.output<typeof ExportJob>;
export const ExportJobs = z.object({ records: z.array(ExportJob) });
export const ExportContent = z.object({
  fileName: z.string(),
  contentType: z.enum(EXPORT_TYPES),
  /** In bytes. */
  size: z.number().int(),
  /** Read part by part, as the file is taken. */
  chunks: z.custom<AsyncIterable<Uint8Array>>((value) => Symbol.asyncIterator in Object(value)),
});
