import { query } from '../kernel/operation.ts';
import { SheetFile, TemplateInput } from './model.ts';
import { importingMerchant } from './own-import.ts';
import { sheetFile } from './sheet-file.ts';
import { templateCsv, templateSheets } from './template.ts';

/** the table to fill in, in the reader's language. */
export const downloadTemplate = query('cards.imports.template', {
  permission: 'card:create',
  input: TemplateInput,
  output: SheetFile,
  summary: 'Download the template for importing cards (XLSX or CSV).',
}).run(async (ctx, { format }) => {
  importingMerchant(ctx);
  const name = ctx.locale === 'zh-CN' ? '授权卡导入模板' : 'card-import-template';
  return sheetFile(ctx.ports.spreadsheets, name, format, {
    sheets: () => templateSheets(ctx.locale),
    csv: () => templateCsv(ctx.locale),
  });
});
