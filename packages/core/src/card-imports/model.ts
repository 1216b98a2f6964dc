import { z } from 'zod';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Instant } from '../kernel/time.ts';
import { IMPORT_FIELDS } from './fields.ts';

export { rowFaultText } from './faults.ts';
export { FIELD_WORDS, IMPORT_FIELDS, type ImportField } from './fields.ts';

/** what one file may hold. */
export const IMPORT_MAX_BYTES = 5 * 1024 * 1024;
export const IMPORT_MAX_ROWS = 5000;
export const IMPORT_MAX_COLUMNS = 50;
/** After so many days the lines are gone; who imported what and when stays. */
export const IMPORT_KEPT_DAYS = 30;

/** OPEN: being looked through; RUNNING: cards are being saved; DONE: some are, and what is left can still be put right. */
export const IMPORT_STATUSES = ['OPEN', 'RUNNING', 'DONE'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/**
 * READY: will be saved; REOPEN: a closed card of the same kind will be opened again; ERROR: cells to put right;
 * DUPLICATE: the same as an earlier line of the file; EXISTS: enrolled or saved already.
 */
export const ROW_VERDICTS = ['READY', 'REOPEN', 'ERROR', 'DUPLICATE', 'EXISTS'] as const;
export type RowVerdict = (typeof ROW_VERDICTS)[number];

/** What a list of lines can be narrowed to. `PROBLEM`: everything that isn't going to be saved as it is. */
export const ROW_FILTERS = ['ALL', 'PROBLEM', 'READY', 'IMPORTED'] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

export const SHEET_FORMATS = ['xlsx', 'csv'] as const;
const SheetFormat = z.enum(SHEET_FORMATS).default('xlsx');
export const SHEET_TYPES = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv; charset=utf-8',
] as const;

const Count = z.number().int();
const Bytes = z.instanceof(Uint8Array);
const Column = z
  .number()
  .int()
  .min(0)
  .max(IMPORT_MAX_COLUMNS - 1)
  .nullable();

export const ColumnMapping = z.record(z.enum(IMPORT_FIELDS), Column);

export const SheetFile = z.object({ fileName: z.string(), contentType: z.enum(SHEET_TYPES), bytes: Bytes });
export const TemplateInput = z.object({ format: SheetFormat });
export const ImportUpload = z.object({ fileName: z.string(), bytes: Bytes });
export const ImportId = z.object({ id: z.uuid() });
export const ProblemsInput = ImportId.extend({ format: SheetFormat });

export const CardImport = z.object({
  id: z.string(),
  fileName: z.string(),
  status: z.enum(IMPORT_STATUSES),
  /** Lines that hold something, the header left out. */
  totalRows: Count,
  /** Would be saved now. */
  readyRows: Count,
  /** Saved as cards, those taken back left out. */
  importedRows: Count,
  /** Of these: submitted for enrolment by this import. */
  submittedRows: Count,
  /** Neither saved nor going to be. */
  problemRows: Count,
  undoneRows: Count,
  /** Who uploaded it. */
  createdName: z.string(),
  createdTime: Instant,
  finishedTime: Instant.nullable(),
  undoneTime: Instant.nullable(),
  /** The lines are gone ({@link IMPORT_KEPT_DAYS}). */
  purged: z.boolean(),
});
export type CardImport = z.output<typeof CardImport>;

export const CardImportDetail = CardImport.extend({
  /** The columns of the file, with some of what stands in them. */
  columns: z.array(z.object({ header: z.string(), samples: z.array(z.string()) })),
  mapping: ColumnMapping,
  /** For lines that name no address. */
  defaultEmail: z.string(),
  /** Saved cards of this import that were never submitted: what undoing takes back. */
  undoableRows: Count,
});
export type CardImportDetail = z.output<typeof CardImportDetail>;

export const ImportListInput = PageInput;
export const ImportPage = pageOf(CardImport);

export const ImportRow = z.object({
  /** As the spreadsheet counts. */
  line: z.number().int(),
  values: z.record(z.enum(IMPORT_FIELDS), z.string()),
  verdict: z.enum(ROW_VERDICTS),
  faults: z.array(z.object({ field: z.enum(IMPORT_FIELDS), code: z.string(), message: z.string() })),
  /** DUPLICATE: the earlier line; EXISTS and REOPEN: the card's number. */
  other: z.number().int().nullable(),
  /** The card it has become. */
  cardId: z.number().int().nullable(),
});
export type ImportRow = z.output<typeof ImportRow>;

export const ImportRowsInput = PageInput.extend({ id: z.uuid(), filter: z.enum(ROW_FILTERS).default('ALL') });
export const ImportRowPage = pageOf(ImportRow);

export const ImportMap = ImportId.extend({
  /** Fields that aren't named stay as they are. */
  mapping: z.partialRecord(z.enum(IMPORT_FIELDS), Column).optional(),
  defaultEmail: z.union([z.literal(''), z.email().trim().max(100)]).optional(),
});
export const RowEdit = ImportId.extend({
  line: z.coerce.number<number | string>().int().positive(),
  values: z.partialRecord(z.enum(IMPORT_FIELDS), z.string().max(1000)),
});
/** `submit`: also submit the saved cards for enrolment. */
export const ImportRun = ImportId.extend({ submit: z.boolean().default(false) });
export const ImportUndone = z.object({
  import: CardImport,
  /** Taken back, and kept because they were submitted. */
  removed: Count,
  kept: Count,
});
