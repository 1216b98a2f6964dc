import type { AlertDetails, IncomingAlert } from '@forewarn/core/alerts/incoming';
import { PROGRAMS, RISK_LEVELS } from '@forewarn/core/alerts/model';
import type { FieldMapping } from '@forewarn/core/deliveries/model';
import { parseAmount } from '@forewarn/core/kernel/money';
import type { Read } from '@forewarn/core/ports/provider-wire';
import { z } from 'zod';
import { applyMapping } from './apply-mapping.ts';
import { parseJsonExactly } from './json.ts';
import { readProblems } from './read-problems.ts';
import { readTime } from './read-time.ts';

/** Numbers arrive as their source text ({@link parseJsonExactly}); blank counts as absent. */
const text = (longest: number) =>
  z
    .string()
    .transform((value) => value.trim())
    .pipe(z.string().max(longest))
    .nullish()
    .transform((value) => (value ? value : null));

const amount = z.string().transform((value, ctx) => {
  const parsed = parseAmount(plainDecimal(value));
  if (parsed === undefined || parsed < 0n) {
    ctx.addIssue({ code: 'custom', message: 'is not a decimal number of at most four decimals' });
    return z.NEVER;
  }
  return parsed;
});

const time = z.string().transform((value, ctx) => {
  const at = readTime(value);
  if (!at) ctx.addIssue({ code: 'custom', message: 'is not a time we can read' });
  return at ?? z.NEVER;
});

const Wire = z.looseObject({
  alertId: z
    .string()
    .min(1)
    .max(100)
    .regex(/^\S(.*\S)?$/s, 'must not begin or end with a blank'),
  descriptor: text(100).pipe(z.string('is missing')),
  cardBin: text(20),
  caid: text(100),
  amount,
  currency: z
    .string()
    .trim()
    .regex(/^[A-Za-z]{3}$/, 'is not an ISO 4217 code')
    .transform((code) => code.toUpperCase()),
  transactionId: text(100),
  alertTime: time,
  riskLevel: z.unknown().optional(),
  additionalInfo: z.record(z.string(), z.unknown()).nullish(),
  alertType: text(20),
  alertStatus: text(50),
  timeOut: z.unknown().optional(),
  reasonCode: text(100),
  descriptorRegister: text(100),
  merchantOrderId: text(100),
  outcome: text(50),
  arn: text(50),
  cardNumberMasked: text(30),
});

const KNOWN = new Set([...Object.keys(Wire.shape), 'sign']);
const DOCUMENTED = [
  'cardType',
  'cardBrand',
  'issuer',
  'cardholderName',
  'transactionTime',
  'orderId',
  'riskScore',
  'riskReason',
  'authCode',
  'threeDSecure',
] as const;

/** Reads the default profile's alert (`provider.md` 2, A-096…A-105). Unknown fields are kept; what can't be read is said field by field. */
export function readAlert(body: Buffer, mapping: FieldMapping = {}): Read<IncomingAlert> {
  let json: unknown;
  try {
    json = parseJsonExactly(body);
  } catch {
    return { ok: false, error: 'not JSON' };
  }
  const { body: mapped, used } = applyMapping(json, mapping);
  const parsed = Wire.safeParse(mapped);
  if (!parsed.success) {
    const { issues } = parsed.error;
    return {
      ok: false,
      error: issues
        .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
        .join('; ')
        .slice(0, 900),
      problems: readProblems(issues, mapped),
    };
  }
  const wire = parsed.data;
  const info = wire.additionalInfo ?? {};
  const program = PROGRAMS.find((name) => name === wire.alertType?.toUpperCase()) ?? 'ETHOCA';
  const riskLevel = RISK_LEVELS.find(
    (level) =>
      level ===
      String(wire.riskLevel ?? '')
        .trim()
        .toUpperCase(),
  );
  return {
    ok: true,
    value: {
      alertId: wire.alertId,
      program,
      descriptor: wire.descriptor,
      descriptorRegister: wire.descriptorRegister,
      cardBin: wire.cardBin,
      cardLast4: lastFour(wire.cardNumberMasked ?? asText(info.cardLast4)),
      caid: wire.caid,
      amount: wire.amount,
      currency: wire.currency,
      transactionId: wire.transactionId,
      merchantOrderId: wire.merchantOrderId,
      arn: wire.arn,
      alertTime: wire.alertTime,
      answerBy: typeof wire.timeOut === 'string' ? (readTime(wire.timeOut) ?? null) : null,
      riskLevel,
      reasonCode: wire.reasonCode,
      alertStatus: wire.alertStatus,
      outcome: wire.outcome,
      details: details(wire, info, used),
    },
  };
}

function details(
  wire: Record<string, unknown>,
  info: Record<string, unknown>,
  used: ReadonlySet<string>,
): AlertDetails {
  const known = Object.fromEntries(DOCUMENTED.map((key) => [key, asText(info[key])])) as Record<
    (typeof DOCUMENTED)[number],
    string | null
  >;
  const rest = Object.entries(wire).filter(([key]) => !KNOWN.has(key) && !used.has(key));
  const more = Object.entries(info).filter(([key]) => !(DOCUMENTED as readonly string[]).includes(key));
  return {
    ...known,
    other: { ...Object.fromEntries(rest), ...(more.length > 0 && { additionalInfo: Object.fromEntries(more) }) },
  };
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined || typeof value === 'object') return null;
  const words = String(value).trim().slice(0, 200);
  return words === '' ? null : words;
}

function lastFour(card: string | null): string | null {
  return /(\d{4})$/.exec(card ?? '')?.[1] ?? null;
}

/** `1.5E3`, as JSON may write a number, in plain digits. */
function plainDecimal(source: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,2})$/.exec(source.trim());
  if (!match) return source;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
