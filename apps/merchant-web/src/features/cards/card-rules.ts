import {
  CARD_KEYS,
  type Card,
  CardInput,
  type CardKey,
  type CardProgram,
  Descriptor,
  RDR_CAID_LENGTH,
  UNUSED_KEYS,
} from '@forewarn/core/cards/model';

/** What the form holds: everything as typed, also what belongs to the other program, so that looking there loses nothing. */
export interface CardValues {
  program: CardProgram;
  descriptor: string;
  cardBin: string;
  caid: string;
  acquirerBin: string;
  arn: string;
  notifyEmail: string;
  remark: string;
}
export type CardField = Exclude<keyof CardValues, 'program'>;

/** What is wrong with a field, as a key of the dictionary. */
export type CardFault =
  | 'descriptorRequired'
  | 'descriptorLength'
  | 'descriptorCharacters'
  | 'bin'
  | 'binDigits'
  | 'acquirerBin'
  | 'rdrKey'
  | 'caidRequired'
  | 'caidLength'
  | 'rdrCaidLength'
  | 'caidCharacters'
  | 'arn'
  | 'arnDigits'
  | 'email'
  | 'remark';
export type CardFaults = Partial<Record<CardField, CardFault>>;

/** The fields each program asks for, in the order of the form. */
export const FIELDS_OF: Record<CardProgram, readonly CardField[]> = {
  ETHOCA: ['descriptor', 'cardBin', 'caid', 'notifyEmail'],
  RDR: ['descriptor', 'acquirerBin', 'caid', 'arn', 'notifyEmail'],
};

export function cardValues(card: Card | undefined, email: string): CardValues {
  return {
    program: card?.program ?? 'ETHOCA',
    descriptor: card?.descriptor ?? '',
    cardBin: card?.cardBin ?? '',
    caid: card?.caid ?? '',
    acquirerBin: card?.acquirerBin ?? '',
    arn: card?.arn ?? '',
    notifyEmail: card ? card.notifyEmail : email,
    remark: card?.remark ?? '',
  };
}

/** What is sent: without the fields of the other program. */
export function sentValues(values: CardValues): CardValues {
  const sent = { ...values };
  for (const key of UNUSED_KEYS[values.program]) if (key !== 'program') sent[key] = '';
  return sent;
}

function faultOf(field: CardField, { program, ...values }: CardValues, tooLong: boolean): CardFault {
  const value = values[field].trim();
  switch (field) {
    case 'descriptor':
      if (value === '') return 'descriptorRequired';
      return Descriptor.safeParse(value.slice(0, 50).padEnd(2, 'x')).success
        ? 'descriptorLength'
        : 'descriptorCharacters';
    case 'cardBin':
      return /\D/.test(value) ? 'binDigits' : 'bin';
    case 'acquirerBin':
      if (value === '' && values.caid.trim() === '') return 'rdrKey';
      return /\D/.test(value) ? 'binDigits' : 'acquirerBin';
    case 'arn':
      return /\D/.test(value) ? 'arnDigits' : 'arn';
    case 'caid':
      if (value === '') return 'caidRequired';
      if (program === 'RDR' && value.length > RDR_CAID_LENGTH) return 'rdrCaidLength';
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
  for (const issue of CardInput.safeParse(sentValues(values)).error?.issues ?? []) {
    const field = issue.path[0] as CardField;
    faults[field] ??= faultOf(field, values, issue.code === 'too_big');
  }
  return faults;
}

const PLAIN = new Set<CardFault>([
  'descriptorCharacters',
  'binDigits',
  'arnDigits',
  'caidLength',
  'rdrCaidLength',
  'caidCharacters',
  'remark',
]);

/** Faults that more typing won't mend: shown at once, the others when the field is left. */
export function isPlain(fault: CardFault): boolean {
  return PLAIN.has(fault);
}

/** Whether what the network knows would change, so that the card has to be enrolled again. */
export function isRekeyed(card: Card, values: CardValues): boolean {
  const sent = sentValues(values);
  return CARD_KEYS.some((key: CardKey) => card[key] !== sent[key].trim());
}

/** Whether there is anything to keep as a draft. */
export function isTouched(values: CardValues, from: CardValues): boolean {
  return (Object.keys(values) as (keyof CardValues)[]).some((key) => values[key].trim() !== from[key].trim());
}
