import { viewAlert } from '../alerts/index.ts';
import { query } from '../kernel/operation.ts';
import { alertDocument } from './alert-document.ts';
import { fileName } from './file-name.ts';
import { DocumentOf, PdfFile } from './model.ts';
import { readerOf } from './receipt-store.ts';

/** one alert as its reader sees it, masked as on the screen, in the reader's language; each one leaves an audit row. */
export const getAlertPdf = query('alerts.pdf', {
  permission: 'alert:export',
  input: DocumentOf,
  output: PdfFile,
  rate: 'export',
  allowlist: 'export',
  summary: 'One alert with its answer and history as PDF.',
}).run(async (ctx, { id }) => {
  const alert = await viewAlert(ctx, id);
  const reader = alert.merchantId === null ? undefined : await readerOf(ctx.db, alert.merchantId);
  const bytes = await ctx.ports.documents.writePdf(
    alertDocument(alert, {
      locale: ctx.locale,
      timeZone: reader?.timeZone ?? 'Asia/Shanghai',
      merchantName: reader?.companyName ?? null,
      now: ctx.now(),
    }),
  );
  ctx.audit({ targetType: 'alert', targetId: id, detail: { alertId: alert.alertId } });
  return { fileName: fileName('alert', alert.alertId), contentType: 'application/pdf', bytes };
});
