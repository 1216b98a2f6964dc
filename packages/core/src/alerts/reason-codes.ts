import type { Locale } from '../kernel/locale.ts';
import { COMPLAINT_KINDS, COMPLAINTS, type Complaint, type ComplaintKind } from './complaints.ts';
import type { CardBrand } from './model.ts';

type Codes = Readonly<Record<string, Complaint>>;

/** "Dispute Management Guidelines for Visa Merchants", conditions 10–13, and the numbers of before 2018 that some issuers still send. */
const VISA: Codes = {
  '10.1': 'counterfeitLiability',
  '10.2': 'notCounterfeitLiability',
  '10.3': 'cardPresent',
  '10.4': 'cardAbsent',
  '10.5': 'monitored',
  '11.1': 'stopList',
  '11.2': 'declined',
  '11.3': 'notAuthorised',
  '12.1': 'late',
  '12.2': 'wrongCode',
  '12.3': 'wrongCurrency',
  '12.4': 'wrongAccount',
  '12.5': 'wrongAmount',
  '12.6': 'duplicateOrOtherMeans',
  '12.6.1': 'duplicate',
  '12.6.2': 'otherMeans',
  '12.7': 'invalidData',
  '13.1': 'notReceived',
  '13.2': 'recurring',
  '13.3': 'notAsDescribed',
  '13.4': 'fake',
  '13.5': 'misrepresented',
  '13.6': 'creditMissing',
  '13.7': 'cancelled',
  '13.8': 'creditRefused',
  '13.9': 'cashMissing',
  '30': 'notReceived',
  '41': 'recurring',
  '53': 'notAsDescribed',
  '57': 'severalUnauthorised',
  '62': 'counterfeit',
  '71': 'declined',
  '72': 'notAuthorised',
  '75': 'notRecognised',
  '81': 'cardPresent',
  '82': 'duplicate',
  '83': 'cardAbsent',
  '85': 'creditMissing',
  '86': 'otherMeans',
  '93': 'monitored',
};

/** "Chargeback Guide Merchant Edition", message reason codes, with older ones that issuers still send. */
const MASTERCARD: Codes = {
  '4801': 'requested',
  '4802': 'illegible',
  '4807': 'stopList',
  '4808': 'authorisationRules',
  '4812': 'wrongAccount',
  '4831': 'wrongAmount',
  '4834': 'pointOfInteraction',
  '4835': 'cardExpired',
  '4837': 'unauthorised',
  '4840': 'fraudulentProcessing',
  '4841': 'recurringOrDigital',
  '4842': 'late',
  '4846': 'wrongCurrency',
  '4849': 'questionableMerchant',
  '4850': 'instalments',
  '4853': 'cardholderDispute',
  '4854': 'notElsewhere',
  '4855': 'notReceived',
  '4859': 'addendum',
  '4860': 'creditMissing',
  '4863': 'notRecognised',
  '4870': 'chipLiability',
  '4871': 'stolenLiability',
};

/** American Express, "Merchant Regulations": letters in North America, numbers elsewhere. */
const AMEX: Codes = {
  A01: 'aboveAuthorised',
  A02: 'notAuthorised',
  A08: 'authorisationExpired',
  C02: 'creditMissing',
  C04: 'returned',
  C05: 'cancelled',
  C08: 'notReceived',
  C14: 'otherMeans',
  C18: 'noShow',
  C28: 'recurring',
  C31: 'notAsDescribed',
  C32: 'notAsDescribed',
  F10: 'noImprint',
  F14: 'noSignature',
  F24: 'unauthorised',
  F29: 'cardAbsent',
  F30: 'counterfeitLiability',
  F31: 'stolenLiability',
  FR2: 'fullRecourse',
  M10: 'rental',
  M49: 'rental',
  P01: 'wrongAccount',
  P03: 'creditAsCharge',
  P04: 'chargeAsCredit',
  P05: 'wrongAmount',
  P07: 'late',
  P08: 'duplicate',
  P22: 'wrongAccount',
  P23: 'wrongCurrency',
  R03: 'requested',
  R13: 'requested',
  '4507': 'wrongAmount',
  '4512': 'duplicate',
  '4513': 'creditMissing',
  '4515': 'otherMeans',
  '4521': 'notAuthorised',
  '4523': 'wrongAccount',
  '4526': 'noSignature',
  '4527': 'noImprint',
  '4530': 'wrongCurrency',
  '4536': 'late',
  '4540': 'cardAbsent',
  '4544': 'recurring',
  '4553': 'notAsDescribed',
  '4554': 'notReceived',
  '4755': 'notAuthorised',
  '4763': 'fullRecourse',
  '4798': 'counterfeitLiability',
  '4799': 'stolenLiability',
};

/** Discover's "Dispute Rules Manual"; Diners Club uses the same. */
const DISCOVER: Codes = {
  AA: 'notRecognised',
  AP: 'recurring',
  AT: 'authorisationRules',
  AW: 'wrongAmount',
  CD: 'creditAsCharge',
  DA: 'declined',
  DP: 'duplicate',
  EX: 'cardExpired',
  IC: 'illegible',
  IN: 'wrongAccount',
  LP: 'late',
  NA: 'notAuthorised',
  NC: 'notElsewhere',
  NF: 'cashMissing',
  PM: 'otherMeans',
  RG: 'notReceived',
  RM: 'notAsDescribed',
  RN: 'creditMissing',
  RN2: 'creditMissing',
  UA01: 'cardPresent',
  UA02: 'cardAbsent',
  UA05: 'counterfeitLiability',
  UA06: 'stolenLiability',
};

const JCB: Codes = {
  '502': 'cardholderDispute',
  '503': 'cardExpired',
  '507': 'wrongAmount',
  '510': 'wrongCode',
  '512': 'duplicate',
  '513': 'creditMissing',
  '516': 'requested',
  '517': 'illegible',
  '521': 'notAuthorised',
  '522': 'declined',
  '525': 'wrongAmount',
  '526': 'noSignature',
  '527': 'noImprint',
  '534': 'severalUnauthorised',
  '536': 'late',
  '537': 'noShow',
  '544': 'recurring',
  '546': 'unauthorised',
  '547': 'stopList',
  '548': 'chipLiability',
  '554': 'notReceived',
  '555': 'cashMissing',
  '581': 'splitSale',
  '583': 'otherMeans',
};

/** 银联业务规则，一次退单原因码. */
const UNIONPAY: Codes = {
  '4502': 'failedButCharged',
  '4503': 'dispute',
  '4512': 'duplicate',
  '4515': 'fraud',
  '4522': 'notAuthorised',
  '4527': 'requested',
  '4532': 'creditMissing',
  '4536': 'late',
  '4558': 'certificate',
  '4559': 'certificate',
  '4562': 'counterfeit',
  '4802': 'fraud',
  '4803': 'questionableMerchant',
};

/** What Ethoca says where the issuer gave no code of its network. */
const ANY_BRAND: Codes = { CONFIRMEDFRAUD: 'fraud', CUSTOMERDISPUTE: 'dispute', FRAUD: 'fraud', DISPUTE: 'dispute' };

const BY_BRAND: Record<CardBrand, Codes> = {
  VISA,
  MASTERCARD,
  AMEX,
  DISCOVER,
  DINERS: DISCOVER,
  JCB,
  UNIONPAY,
  OTHER: {},
};
const TABLES = [VISA, MASTERCARD, AMEX, DISCOVER, JCB, UNIONPAY, ANY_BRAND];

/** What a code can mean: its network's meaning; where that has none or isn't known, every other network's. `48 37` and `12.6.9` are understood. */
function meanings(code: string | null, brand: CardBrand | null): Complaint[] {
  const plain = code?.toUpperCase().replaceAll(/[\s_-]/g, '') ?? '';
  const wider = plain.split('.').slice(0, 2).join('.');
  const own = brand ? (BY_BRAND[brand][plain] ?? BY_BRAND[brand][wider]) : undefined;
  if (own) return [own];
  return [...new Set(TABLES.flatMap((codes) => codes[plain] ?? codes[wider] ?? []))];
}

/** A reason code in words; null for what no table of ours knows, or what several networks mean differently. */
export function explainReasonCode(code: string | null, brand: CardBrand | null, locale: Locale): string | null {
  const [complaint, ...others] = meanings(code, brand);
  if (!complaint || others.length > 0) return null;
  const [kind, zh, en] = COMPLAINTS[complaint];
  const before = COMPLAINT_KINDS[kind][locale];
  return locale === 'en' ? `${before}: ${en}` : `${before}：${zh}`;
}

/** What kind of complaint a code stands for; null when it isn't known, or networks differ. */
export function complaintKind(code: string | null, brand: CardBrand | null): ComplaintKind | null {
  const kinds = new Set(meanings(code, brand).map((complaint) => COMPLAINTS[complaint][0]));
  const [kind, ...others] = kinds;
  return kind && others.length === 0 ? kind : null;
}
