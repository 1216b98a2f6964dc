import { ANSWER_ACTIONS } from '../alerts/model.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { command, query } from '../kernel/operation.ts';
import { KEPT_MAX, KeepSnippetInput, ListSnippetsInput, type Snippet, SnippetId, Snippets } from './model.ts';
import { openSnippet, putSnippet } from './remember.ts';
import { deleteSnippets, snippetRows } from './store.ts';

/** The merchant's reasons, to fill the form with. Errors: `FORBIDDEN` for staff. */
export const listSnippets = query('alerts.snippets.list', {
  permission: 'alert:process',
  input: ListSnippetsInput,
  output: Snippets,
  summary: 'Reasons given before or kept, to be given again.',
}).run(async (ctx) => ({ snippets: await view(ctx, merchantOf(ctx)) }));

/** Keeps a reason, or lets it be pushed out again. Errors: `SNIPPETS_TOO_MANY`, `FORBIDDEN` for staff. */
export const keepSnippet = command('alerts.snippets.keep', {
  permission: 'alert:process',
  input: KeepSnippetInput,
  output: Snippets,
  summary: 'Keep a reason so that newer ones do not push it out.',
}).run(async (ctx, { action, text, kept }) => {
  const merchantId = merchantOf(ctx);
  if (kept) {
    const rows = (await snippetRows(ctx.db, merchantId)).filter((row) => row.kept === 1);
    if (rows.length >= KEPT_MAX && !rows.some((row) => openSnippet(ctx, row) === text))
      throw appError('SNIPPETS_TOO_MANY', { limit: KEPT_MAX });
  }
  const id = await putSnippet(ctx, merchantId, { action, text, kept });
  ctx.audit({ targetType: 'snippet', targetId: id, detail: { kept } });
  return { snippets: await view(ctx, merchantId) };
});

/** Forgets a reason. Errors: `NOT_FOUND`, `FORBIDDEN` for staff. */
export const removeSnippet = command('alerts.snippets.remove', {
  permission: 'alert:process',
  input: SnippetId,
  output: Snippets,
  summary: 'Forget a reason.',
}).run(async (ctx, { id }) => {
  const merchantId = merchantOf(ctx);
  if ((await deleteSnippets(ctx.db, merchantId, [id])) === 0) throw appError('NOT_FOUND');
  ctx.audit({ targetType: 'snippet', targetId: id });
  return { snippets: await view(ctx, merchantId) };
});

function merchantOf({ actor }: Context): number {
  if (actor.kind !== 'merchant') throw appError('FORBIDDEN');
  return actor.merchantId;
}

async function view(ctx: Context, merchantId: number): Promise<Snippet[]> {
  const rows = await snippetRows(ctx.db, merchantId);
  return rows
    .map((row) => ({
      id: row.id,
      action: ANSWER_ACTIONS.find((action) => action === row.action) ?? ('IGNORE' as const),
      text: openSnippet(ctx, row),
      kept: row.kept === 1,
      usedTime: row.usedTime.toISOString(),
    }))
    .sort((a, b) => Number(b.kept) - Number(a.kept));
}
