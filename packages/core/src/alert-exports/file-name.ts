import { EXPORT_TYPES, type ExportFormat } from './model.ts';

/** `alerts-2026-11-22.xlsx` */
export function exportFileName(at: Date, format: ExportFormat): string {
  return `alerts-${at.toISOString().slice(0, 10)}.${format}`;
}

export function typeOf(format: ExportFormat): (typeof EXPORT_TYPES)[number] {
  return EXPORT_TYPES[format === 'xlsx' ? 0 : 1];
}
