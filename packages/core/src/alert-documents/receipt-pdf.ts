import { query } from '../kernel/operation.ts';
import { fileName } from './file-name.ts';
import { DocumentOf, PdfFile } from './model.ts';
import { receiptDocument } from './receipt-document.ts';
import { viewReceipt } from './view-receipt.ts';

/** The receipt to keep and to hand on, in the reader's language; each one leaves an audit row. */
export const getReceiptPdf = query('alerts.receiptPdf', {
  permission: 'alert:export',
  input: DocumentOf,
  output: PdfFile,
  rate: 'export',
  allowlist: 'export',
  summary: 'The receipt of an answer as PDF.',
}).run(async (ctx, { id }) => {
  const receipt = await viewReceipt(ctx, id);
  const bytes = await ctx.ports.documents.writePdf(receiptDocument(receipt, ctx.locale));
  ctx.audit({
    targetType: 'alert',
    targetId: id,
    detail: { alertId: receipt.alertId, answers: receipt.answers.length },
  });
  return { fileName: fileName('receipt', receipt.alertId), contentType: 'application/pdf', bytes };
});
