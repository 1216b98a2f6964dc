/**
 * Effects outside the database, announced as outbox rows in the transaction of the change that wants them, carried out by the worker.
 * A payload holds ids alone; whoever carries it out reads the rest from the database at that moment.
 */
export interface EffectPayloads {
  'mail.send': { emailId: number };
  'card.enrol': { cardId: number; generation: number };
  'card.close': { cardId: number; cardRef: string };
  /** How an enrolment stands whose callback may have been lost. */
  'card.check': { cardId: number; cardRef: string };
  /** Tells a merchant the enrolment results of a ten-minute window (its start in ms); read when it is told. */
  'card.results': { merchantId: number; window: number };
  'alert.answer': { feedbackId: number };
  /** Tells the platform admins what waits for them; counted when it is sent. */
  'admin.queue': { window: string };
  /** Tells those who watch over security what looks wrong. */
  'security.alarm': { eventId: number };
  /** The next reminder of an alert that isn't answered; `deadline` (ms) is the one it was reckoned from. */
  'alert.remind': { alertRef: number; merchantId: number; step: 'HALF' | 'LATE' | 'LAST'; deadline: number };
  /** Tells the platform admins which alerts nobody has answered; read when it is sent. */
  'admin.due': { window: string };
  /** Writes one message into one chat group. */
  'channel.send': { messageId: number };
  /** The week that began on this Monday (`2026-11-16`), as a mail to one merchant. */
  'digest.weekly': { merchantId: number; week: string };
}
export type Topic = keyof EffectPayloads;

export type Effect = {
  [T in Topic]: {
    topic: T;
    /** Unique per topic for ever: announcing the same effect twice makes one row. ASCII, at most 160. */
    key: string;
    payload: EffectPayloads[T];
    /** Not before; now when absent. */
    at?: Date;
    /** After this there is no use in trying. */
    deadline?: Date;
  };
}[Topic];

/** Apart, so that a mail server that hangs can't hold up an answer with a deadline, nor a chat robot a mail. */
export type Lane = (typeof LANES)[number];
export const LANES = ['provider', 'mail', 'chat'] as const;

export const LANE_OF: Record<Topic, Lane> = {
  'mail.send': 'mail',
  'admin.queue': 'mail',
  'security.alarm': 'mail',
  'alert.remind': 'mail',
  'admin.due': 'mail',
  'digest.weekly': 'mail',
  'card.results': 'mail',
  'channel.send': 'chat',
  'card.enrol': 'provider',
  'card.close': 'provider',
  'card.check': 'provider',
  'alert.answer': 'provider',
};
