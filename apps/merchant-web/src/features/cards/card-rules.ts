import { type Card, CardInput, Descriptor } from '@forewarn/core/cards/model';

export interface CardValues {
  descriptor: string;
  cardBin: string;
  caid: string;
  notifyEmail: string;
  remark: string;
}

/** What is wrong with a field, as a key of the dictionary. */
export type CardFault =
  | 'descriptorRequired'
  | 'descriptorLength'
  | 'descriptorCharacters'
  | 'bin'
  | 'binDigits'
  | 'caidLength'
  | 'caidCharacters'
  | 'email'
  | 'remark';
export type CardFaults = Partial<Record<keyof CardValues, CardFault>>;

export function cardValues(card: Card | undefined, email: string): CardValues {
  return {
    descriptor: card?.descriptor ?? '',
    cardBin: card?.cardBin ?? '',
    caid: card?.caid ?? '',
    notifyEmail: card?.notifyEmail ?? email,
    remark: card?.remark ?? '',
  };
}

function faultOf(field: keyof CardValues, value: string, tooLong: boolean): CardFault {
  switch (field) {
    case 'descriptor':
      if (value === '') return 'descriptorRequired';
      return Descriptor.safeParse(value.slice(0, 50).padEnd(2, 'x')).success
        ? 'descriptorLength'
        : 'descriptorCharacters';
    case 'cardBin':
      return /\D/.test(value) ? 'binDigits' : 'bin';
    case 'caid':
      return tooLong ? 'caidLength' : 'caidCharacters';
    case 'notifyEmail':
      return 'email';
    default:
      return 'remark';
  }
}

/** Checks by the server's own schema and says in our words what is wrong (A-065… ). */
export function checkCard(values: CardValues): CardFaults {
  const faults: CardFaults = {};
  for (const issue of CardInput.safeParse(values).error?.issues ?? []) {
    const field = issue.path[0] as keyof CardValues;
    faults[field] ??= faultOf(field, values[field].trim(), issue.code === 'too_big');
  }
  return faults;
}

/** Faults that more typing won't mend: shown at once, the others when the field is left. */
export function isPlain(fault: CardFault): boolean {
  return fault !== 'descriptorRequired' && fault !== 'bin' && fault !== 'email' && fault !== 'descriptorLength';
}

/** Whether what the network knows would change, so that the card has to be enrolled again. */
export function isRekeyed(card: Card, values: CardValues): boolean {
  return (
    card.descriptor !== values.descriptor.trim() ||
    card.cardBin !== values.cardBin.trim() ||
    card.caid !== values.caid.trim()
  );
}
