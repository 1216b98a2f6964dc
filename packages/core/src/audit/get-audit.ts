import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { iso } from '../kernel/time.ts';
import { toEntry } from './entry.ts';
import { AuditEntryDetail, AuditId } from './model.ts';
import { auditById } from './store.ts';
import { targetNames } from './target-names-store.ts';

export const getAudit = query('audit.get', {
  permission: 'audit:view',
  summary: 'One entry of the audit log with its place in the chain.',
  input: AuditId,
  output: AuditEntryDetail,
}).run(async (ctx, { id }) => {
  const row = await auditById(ctx, id);
  if (!row) throw appError('NOT_FOUND');
  const { seq, hash, chainedTime, ...entry } = row;
  const chained = seq !== null && hash !== null && chainedTime !== null;
  return {
    ...toEntry(entry, await targetNames(ctx, [row])),
    userAgent: row.userAgent,
    chain: chained ? { seq, hash: hash.toString('hex'), chainedTime: iso(chainedTime) } : null,
  };
});
