export type QueueName = 'ingest' | 'outbound';

/**
 * Wakes the worker. Only a bell: what is due stands in MySQL, so a ring may be lost, doubled or late without harm.
 * Never throws and never waits for the network.
 */
export interface Bell {
  ring(queue: QueueName): void;
}
