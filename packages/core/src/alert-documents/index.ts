export { getAlertPdf } from './alert-pdf.ts';
export { getReceipt } from './receipt.ts';
export { getReceiptPdf } from './receipt-pdf.ts';
