import type { Actor } from './actor.ts';
import { maskAddress, maskBin, maskEmail, maskFigure, maskName, maskPhone } from './mask.ts';

/** What can be shown in clear on demand, one record at a time, to who holds `sensitive:view`; each look is audited. */
export const REVEAL_KINDS = ['merchant.contact', 'card.details', 'alert.card'] as const;
export type RevealKind = (typeof REVEAL_KINDS)[number];

interface SensitiveField {
  mask(value: string): string;
  /** `staff`: its owner reads it in clear; `everybody`: nobody does without asking. */
  masked: 'staff' | 'everybody';
  /** Shown in clear by this kind of look; absent: never. */
  reveal?: RevealKind;
}

/**
 * C-265, A-366: the fields that tell who somebody is or where money can be taken, and what is left of them on a screen, in an answer
 * and in an export. The sales fields stand here for the customers to come.
 */
export const SENSITIVE_FIELDS = {
  'merchant.contactPerson': { mask: maskName, masked: 'staff', reveal: 'merchant.contact' },
  'merchant.email': { mask: maskEmail, masked: 'staff', reveal: 'merchant.contact' },
  'merchant.phone': { mask: maskPhone, masked: 'staff', reveal: 'merchant.contact' },
  'card.cardBin': { mask: maskBin, masked: 'staff', reveal: 'card.details' },
  'card.notifyEmail': { mask: maskEmail, masked: 'staff', reveal: 'card.details' },
  'alert.cardBin': { mask: maskBin, masked: 'everybody', reveal: 'alert.card' },
  'alert.cardholder': { mask: maskName, masked: 'everybody', reveal: 'alert.card' },
  'customer.phone': { mask: maskPhone, masked: 'staff' },
  'customer.email': { mask: maskEmail, masked: 'staff' },
  'customer.address': { mask: maskAddress, masked: 'staff' },
  'customer.creditLimit': { mask: maskFigure, masked: 'staff' },
} as const satisfies Record<string, SensitiveField>;
export type SensitiveFieldName = keyof typeof SENSITIVE_FIELDS;

/** The value as this reader may see it in lists, details and exports (C-158). */
export function shownTo(actor: Pick<Actor, 'kind'>, field: SensitiveFieldName, value: string): string;
export function shownTo(actor: Pick<Actor, 'kind'>, field: SensitiveFieldName, value: string | null): string | null;
export function shownTo(actor: Pick<Actor, 'kind'>, field: SensitiveFieldName, value: string | null): string | null {
  if (value === null) return null;
  const { mask, masked } = SENSITIVE_FIELDS[field];
  const owner = actor.kind === 'merchant' || actor.kind === 'system';
  return masked === 'staff' && owner ? value : mask(value);
}
