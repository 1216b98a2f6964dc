import type { Locale } from '../kernel/locale.ts';

export interface DocumentField {
  label: string;
  /** What is absent stands as “–”. */
  value: string | null;
  /** Takes the whole line: for sentences, lists (one line each) and hashes. */
  wide?: boolean;
}

/** A page is written from these, top to bottom. */
export type DocumentBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'fields'; fields: readonly DocumentField[] }
  /** What happened when; a line each. */
  | { kind: 'events'; events: readonly { time: string; text: string }[] }
  /** A paragraph in small print. */
  | { kind: 'note'; text: string };

export interface PrintedDocument {
  /** Also the title that programs show. */
  title: string;
  subtitle: string;
  /** Stands small above the title. */
  label: string;
  /** At the foot of each page, before `1 / 2`. */
  footer: string;
  locale: Locale;
  createdTime: Date;
  blocks: readonly DocumentBlock[];
}

/** Documents to keep: A4, real text that can be searched and copied, Chinese included. */
export interface Documents {
  /** Errors: `UNAVAILABLE` when too many are being written. */
  writePdf(document: PrintedDocument): Promise<Uint8Array<ArrayBuffer>>;
}
