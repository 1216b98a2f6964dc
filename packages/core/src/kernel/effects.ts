/**
 * Effects outside the database, announced as outbox rows in the transaction of the change that wants them, carried out by the worker.
 * A payload holds ids alone; whoever carries it out reads the rest from the database at that moment.
 */
export interface EffectPayloads {
  'mail.send': { emailId: number };
  'card.enrol': { cardId: number; generation: number };
  'card.close': { cardId: number; cardRef: string };
  'alert.answer': { feedbackId: number };
  'admin.unmatched': { window: string };
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
