import { query } from '../kernel/operation.ts';
import { DocumentOf, Receipt } from './model.ts';
import { viewReceipt } from './view-receipt.ts';

/** What was answered, when, what the alert network said to it, and the hashes that prove it. */
export const getReceipt = query('alerts.receipt', {
  permission: 'alert:view',
  input: DocumentOf,
  output: Receipt,
  summary: 'The receipt of an answer: what was sent, when, what was answered to it, and its hashes.',
}).run((ctx, { id }) => viewReceipt(ctx, id));
