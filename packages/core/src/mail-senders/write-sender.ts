import { actorRef } from '../kernel/actor.ts';
import { changed } from '../kernel/changed.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import { forgetSenders } from './active-senders.ts';
import { Done, Sender, SenderCreate, SenderOrder, SenderRef, SenderUpdate } from './model.ts';
import { fieldsOf, isElsewhere, senderSecretPlace, settingsOf, toSender } from './sender-fields.ts';
import {
  deleteSender,
  insertSender,
  placeSender,
  type SealedSecret,
  senderById,
  senderRows,
  writeSender,
} from './store.ts';

const change = (ctx: Context) => ({ by: actorRef(ctx.actor), now: ctx.now() });

function seal(ctx: Context, secret: string | null): SealedSecret {
  if (!secret) return { secretKey: '', secretEnc: null };
  const secretKey = uuidv7(ctx.now());
  return { secretKey, secretEnc: ctx.ports.cipher.seal(secret, senderSecretPlace(secretKey)) };
}

async function existing(ctx: Context, id: number, version: number) {
  const row = await senderById(ctx, id);
  if (!row) throw appError('MAIL_SENDER_GONE');
  if (row.version !== version) throw appError('CONFLICT');
  return row;
}

async function read(ctx: Context, id: number): Promise<Sender> {
  const row = await senderById(ctx, id);
  if (!row) throw appError('MAIL_SENDER_GONE');
  return toSender(row);
}

/** Adds a sender behind the others; every process uses it within five seconds. */
export const createSender = command('mailSenders.create', {
  permission: 'smtp:update',
  summary: 'Adds a mail server or mail service, behind the others.',
  input: SenderCreate,
  output: Sender,
  secret: ['secret'],
}).run(async (ctx, { secret, ...input }) => {
  const fields = fieldsOf(input);
  const id = await insertSender(ctx, fields, seal(ctx, secret ?? null), change(ctx));
  ctx.audit({ targetType: 'mailSender', targetId: id, after: { ...fields, secret: secret ? 'set' : 'none' } });
  ctx.afterCommit(() => forgetSenders(ctx));
  return read(ctx, id);
});

/** Changes a sender. Errors: `MAIL_SENDER_GONE`, `MAIL_SECRET_NEEDED`, `CONFLICT` when somebody was faster. */
export const updateSender = command('mailSenders.update', {
  permission: 'smtp:update',
  summary: 'Changes a mail server or mail service; its secret stays unless a new one is given.',
  input: SenderUpdate,
  output: Sender,
  secret: ['secret'],
}).run(async (ctx, { id, version, secret, ...input }) => {
  const row = await existing(ctx, id, version);
  const fields = fieldsOf(input);
  if (secret === undefined && row.secretEnc && isElsewhere(row, fields)) throw appError('MAIL_SECRET_NEEDED');
  const sealed = secret === undefined ? undefined : seal(ctx, secret);
  const { before, after } = changed(settingsOf(row), fields);
  // That it changed, never what it is.
  const also = sealed ? { secret: sealed.secretEnc ? 'changed' : 'removed' } : {};
  ctx.audit({
    targetType: 'mailSender',
    targetId: id,
    detail: { name: fields.name },
    before,
    after: { ...after, ...also },
  });
  if (!(await writeSender(ctx, { id, version }, fields, sealed, change(ctx)))) throw appError('CONFLICT');
  ctx.afterCommit(() => forgetSenders(ctx));
  return read(ctx, id);
});

/** Takes a sender away. Without any, mails go by the server the process was started with. */
export const removeSender = command('mailSenders.remove', {
  permission: 'smtp:update',
  summary: 'Removes a mail server or mail service.',
  input: SenderRef,
  output: Done,
}).run(async (ctx, { id, version }) => {
  const row = await existing(ctx, id, version);
  ctx.audit({ targetType: 'mailSender', targetId: id, before: { ...settingsOf(row) } });
  await deleteSender(ctx, id, version);
  ctx.afterCommit(() => forgetSenders(ctx));
  return { done: true };
});

/** In which order they are tried. Errors: `CONFLICT` when the list isn't the one that was looked at. */
export const orderSenders = command('mailSenders.order', {
  permission: 'smtp:update',
  summary: 'Sets the order in which senders are tried.',
  input: SenderOrder,
  output: Done,
}).run(async (ctx, { ids }) => {
  const rows = await senderRows(ctx);
  const former = rows.map(({ id }) => id);
  if (former.toSorted().join() !== ids.toSorted().join()) throw appError('CONFLICT');
  for (const [index, id] of ids.entries()) await placeSender(ctx, id, index + 1);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  ctx.audit({
    targetType: 'mailSender',
    before: { order: former.map((id) => names.get(id)) },
    after: { order: ids.map((id) => names.get(id)) },
  });
  ctx.afterCommit(() => forgetSenders(ctx));
  return { done: true };
});
