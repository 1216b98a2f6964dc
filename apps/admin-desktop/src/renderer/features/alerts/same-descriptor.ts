import type { AlertSummary } from '@forewarn/core/alerts/model';

/** The form in which matching compares descriptors and CAIDs: case, width and runs of blanks don't tell them apart. */
export function descriptorKey(descriptor: string | null): string {
  return (descriptor ?? '').normalize('NFKC').toUpperCase().normalize('NFKC').trim().replace(/\s+/gu, ' ');
}

/** The other alerts of a list that carry this one's descriptor: one look often settles them all. */
export function sameDescriptor(alert: AlertSummary, list: readonly AlertSummary[]): AlertSummary[] {
  const key = descriptorKey(alert.descriptor);
  if (key === '') return [];
  return list.filter((other) => other.id !== alert.id && descriptorKey(other.descriptor) === key);
}

/** Who is next when `id` leaves the list: the one after it, else the one before, else nobody. */
export function nextOpen(list: readonly AlertSummary[], id: number, leaving: ReadonlySet<number>): number | undefined {
  const at = list.findIndex((alert) => alert.id === id);
  const stays = (alert: AlertSummary) => !leaving.has(alert.id);
  return (list.slice(at + 1).find(stays) ?? list.slice(0, Math.max(at, 0)).findLast(stays))?.id;
}
