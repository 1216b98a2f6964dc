/**
 * The one catalogue of errors: code → HTTP status, five-digit REST code (its first three digits are the status), family.
 * Texts stand in `error-messages.ts`, one total record a language.
 * - `expected`: the caller can do something about it; logged at info.
 * - `upstream`: another system failed; `retry` says whether trying again can help.
 * - `unexpected`: ours; hidden from the caller, who sees the request id.
 */
export interface ErrorSpec {
  status: number;
  code: number;
  family: 'expected' | 'upstream' | 'unexpected';
  retry?: 'later' | 'never';
}

const expected = (code: number): ErrorSpec => ({ status: Math.floor(code / 100), code, family: 'expected' });
const upstream = (code: number, retry: 'later' | 'never'): ErrorSpec => ({
  status: Math.floor(code / 100),
  code,
  family: 'upstream',
  retry,
});

export const ERRORS = {
  VALIDATION_FAILED: expected(40001),
  MALFORMED_BODY: expected(40002),
  UNSUPPORTED_BODY: expected(40003),
  IDEMPOTENCY_KEY_INVALID: expected(40004),
  EVIDENCE_FORM: expected(40005),
  CARD_IMPORT_FORM: expected(40050),
  SNIPPETS_TOO_MANY: expected(40064),
  UNAUTHENTICATED: expected(40101),
  INVALID_CREDENTIALS: expected(40102),
  SESSION_ENDED: expected(40103),
  SIGNATURE_INVALID: expected(40104),
  TOTP_REQUIRED: expected(40105),
  TOTP_INVALID: expected(40106),
  FORBIDDEN: expected(40301),
  MERCHANT_SUSPENDED: expected(40302),
  ADDRESS_NOT_ALLOWED: expected(40303),
  ORIGIN_NOT_ALLOWED: expected(40304),
  TOTP_SETUP_REQUIRED: expected(40305),
  SIGN_IN_REFUSED: expected(40306),
  OWN_RIGHTS: expected(40330),
  RIGHTS_BEYOND_OWN: expected(40331),
  TOTP_ENFORCED: expected(40310),
  ANSWER_NEEDS_SIGN_IN: expected(40350),
  LINK_INVALID: expected(40006),
  LINK_USED: expected(40007),
  LINK_EXPIRED: expected(40008),
  NOT_FOUND: expected(40401),
  SESSION_NOT_FOUND: expected(40410),
  SECURITY_EVENT_NOT_FOUND: expected(40411),
  ALERT_NOT_FOUND: expected(40402),
  CARD_NOT_FOUND: expected(40403),
  MERCHANT_NOT_FOUND: expected(40404),
  DELIVERY_NOT_FOUND: expected(40405),
  ROUTE_NOT_FOUND: expected(40406),
  EVIDENCE_NOT_FOUND: expected(40407),
  EVIDENCE_EXPIRED: expected(40482),
  RECEIPT_NOT_FOUND: expected(40468),
  STAFF_NOT_FOUND: expected(40420),
  ROLE_NOT_FOUND: expected(40421),
  TEAM_NOT_FOUND: expected(40422),
  COLLEAGUE_NOT_FOUND: expected(40431),
  CARD_IMPORT_NOT_FOUND: expected(40452),
  MAIL_NOT_FOUND: expected(40453),
  EXPORT_NOT_FOUND: expected(40462),
  ALIAS_NOT_FOUND: expected(40472),
  CHANNEL_NOT_FOUND: expected(40440),
  RULE_NOT_FOUND: expected(40470),
  ALERT_VIEW_NOT_FOUND: expected(40474),
  MAIL_SENDER_GONE: expected(40450),
  TEMPLATE_NOT_FOUND: expected(40451),
  METHOD_NOT_ALLOWED: expected(40501),
  CONFLICT: expected(40901),
  CARD_DUPLICATE: expected(40902),
  CARD_STATE: expected(40903),
  CARD_DRAFTS_FULL: expected(40919),
  ALERT_ALREADY_ANSWERED: expected(40904),
  NOTE_OF_OTHER: expected(40976),
  ALERT_HELD: expected(40905),
  ALERT_NEEDS_NO_ANSWER: expected(40906),
  ALERT_NOT_ASSIGNABLE: expected(40907),
  ANSWER_FINAL: expected(40964),
  ANSWER_UNDER_WAY: expected(40965),
  ALERT_REFUNDED_BEFORE: expected(40966),
  IDEMPOTENCY_KEY_REUSED: expected(40909),
  MERCHANT_NOT_ACTIVE: expected(40910),
  EMAIL_TAKEN: expected(40911),
  PHONE_TAKEN: expected(40912),
  MERCHANT_TRANSITION: expected(40930),
  LAST_SYSTEM_ADMIN: expected(40931),
  ROLE_IN_USE: expected(40932),
  ROLE_PROTECTED: expected(40933),
  NAME_TAKEN: expected(40934),
  STAFF_STATE: expected(40935),
  COLLEAGUE_STATE: expected(40941),
  COLLEAGUE_OWNER: expected(40942),
  COLLEAGUES_TOO_MANY: expected(40943),
  CARD_IMPORT_STATE: expected(40950),
  ANSWER_LINK_MOVED: expected(40951),
  ALIAS_TAKEN: expected(40972),
  MAPPING_CHANGED: expected(40973),
  ADDRESS_NOT_SAVED: expected(42258),
  CHANNELS_TOO_MANY: expected(40961),
  RULES_TOO_MANY: expected(40970),
  RULE_STATE: expected(40971),
  EXPORT_STATE: expected(40962),
  EXPORTS_RUNNING: expected(40963),
  ALERT_VIEWS_TOO_MANY: expected(40974),
  ALERT_VIEW_NAME_TAKEN: expected(40975),
  TOTP_ALREADY_ON: expected(40920),
  TOTP_NOT_STARTED: expected(40921),
  SIGN_IN_ELSEWHERE: expected(40960),
  REFUND_AMOUNT_REQUIRED: expected(42201),
  REFUND_AMOUNT_TOO_HIGH: expected(42202),
  REFUND_AMOUNT_UNEXPECTED: expected(42203),
  REFUND_AMOUNT_PRECISION: expected(42204),
  REFUND_REFERENCE_UNEXPECTED: expected(42264),
  ANSWER_NOT_GIVEN: expected(42265),
  EVIDENCE_REQUIRED: expected(42205),
  CREDENTIALS_MISSING: expected(42206),
  EVIDENCE_TYPE: expected(42207),
  EVIDENCE_DAMAGED: expected(42208),
  EVIDENCE_TOO_MANY: expected(42209),
  NOTES_TOO_MANY: expected(42276),
  ALLOWLIST_LOCKS_OUT: expected(42230),
  RULE_NOT_TESTED: expected(42270),
  PASSWORD_WRONG: expected(42231),
  CODE_WRONG: expected(42232),
  CREDENTIAL_BACKUP_UNREADABLE: expected(42260),
  CREDENTIAL_BACKUP_EMPTY: expected(42261),
  BATCH_NEEDS_EVIDENCE: expected(42262),
  MAIL_SECRET_NEEDED: expected(42256),
  TEMPLATE_TEXT: expected(42257),
  CARD_IMPORT_OLD_EXCEL: expected(42250),
  CARD_IMPORT_NO_TABLE: expected(42251),
  CARD_IMPORT_DAMAGED: expected(42252),
  CARD_IMPORT_TOO_MANY_ROWS: expected(42253),
  CARD_IMPORT_TOO_HEAVY: expected(42254),
  CARD_IMPORT_EMPTY: expected(42255),
  REPLAY_ONE_BY_ONE: expected(42272),
  BODY_TOO_LARGE: expected(41301),
  EVIDENCE_TOO_LARGE: expected(41302),
  CARD_IMPORT_TOO_LARGE: expected(41350),
  TOO_MANY_REQUESTS: expected(42901),
  INTERNAL: { status: 500, code: 50001, family: 'unexpected' },
  UPSTREAM_FAILED: upstream(50201, 'later'),
  UPSTREAM_REFUSED: upstream(50202, 'never'),
  UNAVAILABLE: upstream(50301, 'later'),
  SIGN_IN_SERVICE_AWAY: upstream(50310, 'later'),
  SIGN_IN_UNCONFIRMED: upstream(50311, 'later'),
} as const satisfies Record<string, ErrorSpec>;

export type ErrorCode = keyof typeof ERRORS;

/** One field that didn't pass: `path` as in the input (`refundAmount`, `items.2.email`), `message` in the reader's language. */
export interface FieldError {
  path: string;
  code: string;
  message: string;
}

export interface ErrorDetails {
  fields?: FieldError[];
  [key: string]: unknown;
}

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  /** Safe to show to the caller. */
  readonly details: ErrorDetails | undefined;

  constructor(code: ErrorCode, details?: ErrorDetails, options?: { cause?: unknown }) {
    super(code, options);
    this.code = code;
    this.details = details;
  }

  get spec(): ErrorSpec {
    return ERRORS[this.code];
  }
}

export function appError(code: ErrorCode, details?: ErrorDetails): AppError {
  return new AppError(code, details);
}
