/** Brands as alerts carry them. */
export const CARD_BRANDS = ['VISA', 'MASTERCARD', 'AMEX', 'UNIONPAY', 'JCB', 'DISCOVER', 'DINERS', 'OTHER'] as const;
export type CardBrand = (typeof CARD_BRANDS)[number];
