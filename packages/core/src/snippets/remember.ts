import type { AnswerAction } from '../alerts/model.ts';
import type { Context } from '../kernel/context.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import { REMEMBERED_MAX } from './model.ts';
import { deleteSnippets, insertSnippet, type SnippetRow, snippetPlace, snippetRows, updateSnippet } from './store.ts';

/** The words of a reason as the merchant wrote them. */
export function openSnippet({ ports }: Pick<Context, 'ports'>, row: SnippetRow): string {
  return ports.cipher.open(row.textEnc, snippetPlace(row.id)).toString('utf8');
}

/** A reason that was given just now, to be offered again; the same words are one. In the caller's transaction. */
export async function rememberReason(
  ctx: Context,
  merchantId: number,
  { action, reason }: { action: AnswerAction; reason: string },
): Promise<void> {
  await putSnippet(ctx, merchantId, { action, text: reason });
}

/** Writes it anew or brings it up to date; answers its id. What isn't kept by hand makes way above {@link REMEMBERED_MAX}. */
export async function putSnippet(
  ctx: Context,
  merchantId: number,
  { action, text, kept }: { action: AnswerAction; text: string; kept?: boolean },
): Promise<string> {
  const now = ctx.now();
  const rows = await snippetRows(ctx.db, merchantId);
  const same = rows.find((row) => openSnippet(ctx, row) === text);
  if (same) {
    await updateSnippet(ctx.db, same.id, {
      action,
      usedTime: now,
      ...(kept !== undefined && { kept: kept ? 1 : 0 }),
    });
    return same.id;
  }
  const id = uuidv7(now);
  const textEnc = ctx.ports.cipher.seal(text, snippetPlace(id));
  await insertSnippet(ctx.db, { id, merchantId, action, textEnc, kept: kept ? 1 : 0, usedTime: now });
  const passing = rows.filter((row) => row.kept === 0);
  const room = kept ? REMEMBERED_MAX : REMEMBERED_MAX - 1;
  await deleteSnippets(
    ctx.db,
    merchantId,
    passing.slice(room).map((row) => row.id),
  );
  return id;
}
