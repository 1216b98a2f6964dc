import { bare, descriptorParts, weight } from './descriptor-parts.ts';
import { descriptorVariants } from './descriptor-variants.ts';
import { GENERIC_CHINESE, GENERIC_WORDS } from './descriptor-words.ts';
import { normalizeKey } from './normalize.ts';
import { resembles } from './resembles.ts';

/** What can be said against a descriptor while it is typed. None keeps a card from being saved. */
export const DESCRIPTOR_FINDINGS = [
  'DIGITS_ONLY',
  'FACILITATOR_ONLY',
  'SHORT',
  'GENERIC',
  'TRUNCATED',
  'SEEN_DIFFERENTLY',
  'VARIANTS',
] as const;
export type DescriptorFindingCode = (typeof DESCRIPTOR_FINDINGS)[number];

export interface DescriptorFinding {
  code: DescriptorFindingCode;
  severity: 'warning' | 'hint';
  /** SEEN_DIFFERENTLY: what alerts carried instead, to take over; VARIANTS: what to enrol as well; TRUNCATED: what fits everywhere. */
  suggestions: string[];
  /** TRUNCATED: what statements show of it, with the shorter limit first. */
  shown: string[];
}

export interface DescriptorKnowledge {
  /** Descriptors in this merchant's alerts. */
  seen: readonly string[];
  /** Descriptors of its open cards. */
  enrolled: readonly string[];
}

const SHORTEST = 5;
/** Characters of a merchant's name in an authorisation: Mastercard 22 (DE 43), Visa 25. */
export const STATEMENT_LIMITS = [22, 25] as const;

/** Findings in the order of their weight. Too little text says nothing yet. */
export function lintDescriptor(
  text: string,
  known: DescriptorKnowledge = { seen: [], enrolled: [] },
): DescriptorFinding[] {
  const { key, facilitator, merchant } = descriptorParts(text);
  if (bare(key) === '') return [];
  const basic = basicFinding(key, facilitator, merchant);
  const findings = basic ? [basic] : [];
  const cut = truncated(key);
  if (cut) findings.push(cut);
  const instead = seenInstead(key, known.seen);
  if (instead.length > 0) findings.push(finding('SEEN_DIFFERENTLY', 'warning', instead));
  // What has to be mended first has no variants worth enrolling.
  if (findings.length > 0) return findings;
  const enrolled = new Set(known.enrolled.map(normalizeKey));
  const variants = descriptorVariants(key).filter((variant) => !enrolled.has(variant));
  if (variants.length > 0) findings.push(finding('VARIANTS', 'hint', variants));
  return findings;
}

/** The one fundamental fault, if any: the others would say the same again. */
function basicFinding(key: string, facilitator: string, merchant: string): DescriptorFinding | undefined {
  if (/^\p{N}+$/u.test(bare(key))) return finding('DIGITS_ONLY', 'warning');
  if (facilitator !== '' && bare(merchant) === '') return finding('FACILITATOR_ONLY', 'warning');
  if (isGeneric(merchant)) return finding('GENERIC', 'warning');
  if (weight(key) < SHORTEST || (facilitator !== '' && weight(merchant) < 3)) return finding('SHORT', 'warning');
  return undefined;
}

/** Nothing left but words that anybody's statement could carry. */
function isGeneric(merchant: string): boolean {
  const words = merchant.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return (
    words.length > 0 &&
    words.every((word) => {
      const rest = GENERIC_CHINESE.reduce((left, generic) => left.replaceAll(generic, ''), word);
      return rest === '' || GENERIC_WORDS.has(rest) || /^\d+$/.test(rest);
    })
  );
}

function truncated(key: string): DescriptorFinding | undefined {
  const letters = [...key];
  const [short, long] = STATEMENT_LIMITS;
  if (letters.length <= short) return undefined;
  const shown = STATEMENT_LIMITS.filter((limit) => limit < letters.length).map((limit) =>
    letters.slice(0, limit).join('').trimEnd(),
  );
  return { ...finding('TRUNCATED', letters.length > long ? 'warning' : 'hint', shown.slice(0, 1)), shown };
}

/** What alerts carried that looks like a slip of this; nothing when they carried exactly this. */
function seenInstead(key: string, seen: readonly string[]): string[] {
  const keys = [...new Set(seen.map(normalizeKey))].filter(Boolean);
  return keys.includes(key) ? [] : keys.filter((other) => resembles(key, other)).slice(0, 3);
}

function finding(
  code: DescriptorFindingCode,
  severity: DescriptorFinding['severity'],
  suggestions: string[] = [],
): DescriptorFinding {
  return { code, severity, suggestions, shown: [] };
}
