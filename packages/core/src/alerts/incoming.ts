import type { Program, RiskLevel } from './model.ts';

/** An alert as the provider's adapter has read it: our names, checked types, nothing of the wire format left. */
export interface IncomingAlert {
  alertId: string;
  program: Program;
  descriptor: string | null;
  descriptorRegister: string | null;
  cardBin: string | null;
  cardLast4: string | null;
  caid: string | null;
  /** Ten-thousandths of the major unit. */
  amount: bigint;
  currency: string;
  transactionId: string | null;
  merchantOrderId: string | null;
  arn: string | null;
  alertTime: Date;
  /** The provider's own deadline for the answer, when it sends one. */
  answerBy: Date | null;
  /** Undefined: absent or unknown, computed here. */
  riskLevel: RiskLevel | undefined;
  reasonCode: string | null;
  alertStatus: string | null;
  outcome: string | null;
  details: AlertDetails;
}

/** What is kept encrypted: the documented keys of `additionalInfo`, and everything else that came. */
export interface AlertDetails {
  cardType: string | null;
  cardBrand: string | null;
  issuer: string | null;
  cardholderName: string | null;
  transactionTime: string | null;
  orderId: string | null;
  riskScore: string | null;
  riskReason: string | null;
  authCode: string | null;
  threeDSecure: string | null;
  /** Fields nobody has documented: kept, never refused. */
  other: Record<string, unknown>;
}

/** A status callback about an alert. */
export interface AlertStatusNotice {
  type: 'ALERT';
  alertId: string;
  status: 'ACCEPTED' | 'REJECTED' | 'EXPIRED' | 'PREVENTED' | 'CHARGEBACK' | 'CANCELLED';
  errorCode: string | null;
  eventId: string;
  time: Date;
}
