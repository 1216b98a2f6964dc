import type { Program } from '../alerts/model.ts';
import { normalizeKey } from '../cards/index.ts';
import { Caid, CardBin, Descriptor } from '../cards/model.ts';

/** What alerts carry of a card, as they carry it. */
export interface CarriedKey {
  descriptor: string | null;
  descriptorRegister: string | null;
  cardBin: string | null;
  caid: string | null;
  program: Program;
}

/** The same as a card could have it. */
export interface EnrolableKey {
  /** As the statement has it, else as it was enrolled. */
  descriptor: string;
  matchDescriptor: string;
  /** Null: none was carried, or one that no card may have. */
  cardBin: string | null;
  caid: string;
}

/** Undefined: the alert carries no descriptor at all. */
export function enrolableKey(carried: CarriedKey): EnrolableKey | undefined {
  const descriptor = (carried.descriptor?.trim() || carried.descriptorRegister?.trim()) ?? '';
  const matchDescriptor = normalizeKey(descriptor);
  if (matchDescriptor === '') return undefined;
  const bin = CardBin.safeParse(carried.cardBin ?? '');
  const caid = Caid.safeParse(carried.caid ?? '');
  return { descriptor, matchDescriptor, cardBin: bin.data ?? null, caid: caid.data ?? '' };
}

export function isEnrolable(descriptor: string, programs: readonly Program[]): boolean {
  return programs.includes('ETHOCA') && Descriptor.safeParse(descriptor).success;
}
