import { z } from 'zod';
import type { FieldFault } from '../kernel/field-faults.ts';
import { Instant } from '../kernel/time.ts';

/** The fields of an alert that a body may have elsewhere; those with a dot stand in `additionalInfo`. */
export const MAPPED_FIELDS = [
  'alertId',
  'alertTime',
  'amount',
  'currency',
  'descriptor',
  'descriptorRegister',
  'cardBin',
  'cardNumberMasked',
  'caid',
  'transactionId',
  'merchantOrderId',
  'arn',
  'alertType',
  'alertStatus',
  'timeOut',
  'riskLevel',
  'reasonCode',
  'outcome',
  'additionalInfo.cardType',
  'additionalInfo.cardBrand',
  'additionalInfo.issuer',
  'additionalInfo.cardholderName',
  'additionalInfo.cardLast4',
  'additionalInfo.transactionTime',
  'additionalInfo.orderId',
  'additionalInfo.riskScore',
  'additionalInfo.riskReason',
  'additionalInfo.authCode',
  'additionalInfo.threeDSecure',
] as const;
export type MappedField = (typeof MAPPED_FIELDS)[number];

const FAULT = 'FIELD_PATH' satisfies FieldFault;
/** `data.amount`: names from the outside in, at most six. Data, never code. */
export const FieldPath = z
  .string()
  .trim()
  .max(100, FAULT)
  .regex(/^[\p{L}\p{N}_$@-]+(\.[\p{L}\p{N}_$@-]+){0,5}$/u, FAULT);

/** Our field → where a body has it. What isn't named, or isn't there, is read under its own name. */
export const FieldMapping = z.partialRecord(z.enum(MAPPED_FIELDS), FieldPath);
export type FieldMapping = z.output<typeof FieldMapping>;

export const MappingVersion = z.object({
  version: z.number().int(),
  paths: FieldMapping,
  reason: z.string(),
  savedBy: z.string().nullable(),
  savedTime: Instant,
});
export const Mapping = z.object({
  /** 0: none was ever saved, every field is read under its own name. */
  version: z.number().int(),
  paths: FieldMapping,
  /** Newest first, at most 50. */
  versions: z.array(MappingVersion),
});
export type Mapping = z.output<typeof Mapping>;

export const SaveMappingInput = z.object({
  paths: FieldMapping,
  /** The version it was made from. */
  version: z.number().int().min(0),
  reason: z.string().trim().min(2).max(500),
});
