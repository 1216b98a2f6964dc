import { appError } from '../kernel/errors.ts';
import type { Locale } from '../kernel/locale.ts';
import { iso, isoOrNull } from '../kernel/time.ts';
import { isMailKind, type MailKind, placeOf, type TextFault, textFaultMessage } from '../notifications/index.ts';

interface NewestRow {
  version: number;
  createdBy: string;
  createdTime: Date;
  fault: string | null;
  faultTime: Date | null;
  builtIn: number;
}

export function stateOf(row: NewestRow | undefined, names: ReadonlyMap<string, string>) {
  if (!row) return { version: 0, builtIn: true, by: null, at: null, fault: null, faultTime: null };
  return {
    version: row.version,
    builtIn: Number(row.builtIn) === 1,
    by: names.get(row.createdBy) ?? row.createdBy,
    at: iso(row.createdTime),
    fault: row.fault,
    faultTime: isoOrNull(row.faultTime),
  };
}

export function knownKind(kind: string): MailKind {
  if (!isMailKind(kind)) throw appError('TEMPLATE_NOT_FOUND');
  return kind;
}

/** Faults as an editor shows them: line, column, words. */
export function faultViews(faults: readonly TextFault[], text: { subject: string; body: string }, locale: Locale) {
  return faults.slice(0, 50).map((fault) => ({
    field: fault.field,
    ...placeOf(text[fault.field], fault.at),
    message: textFaultMessage(fault, locale),
  }));
}
