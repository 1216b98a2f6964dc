import { commit } from '../kernel/commit.ts';
import type { Core, Tx } from '../kernel/context.ts';
import { after, HOUR, SECOND } from '../kernel/time.ts';
import type { AuditRecord } from './canonical.ts';
import {
  chainedBy,
  chainHead,
  holdDuty,
  insertLinks,
  lastChainedId,
  type NewLink,
  newRows,
  nextDuty,
  unchainedRows,
} from './chain-store.ts';
import { linkHash } from './link.ts';

/** Longer than any transaction stays open: what turns up later than this was not written by us, and `verify` says so. */
export const LATEST = HOUR;
const LOOK_FOR_LATE_EVERY = 30 * SECOND;

/**
 * Chains rows nobody has chained yet, in the order they are found; answers how many. Numbers are given out before the commit, so a row
 * may show up behind its successors: those are looked for every half a minute, an hour back. One worker at a time holds the chain by a
 * row lock (it ends with its process); another one finds it held and does nothing. Business transactions never wait for it.
 */
export function extendChain(core: Core, limit: number): Promise<number> {
  return commit(core, async (tx) => {
    const now = core.now();
    if (!(await holdDuty(tx, 'chain', now))) return 0;
    const last = await lastChainedId(tx);
    const rows = await newRows(tx, last, limit);
    if (rows.length < limit && (await holdDuty(tx, 'late', now))) {
      rows.push(...(await unchainedRows(tx, await chainedBy(tx, after(now, -LATEST)), last, limit)));
      await nextDuty(tx, 'late', after(now, LOOK_FOR_LATE_EVERY));
    }
    await append(core, tx, rows, now);
    return rows.length;
  });
}

async function append(core: Core, tx: Tx, rows: readonly AuditRecord[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  const { macs } = core.ports;
  let head = await chainHead(tx);
  const links: NewLink[] = [];
  for (const row of rows) {
    const hash = linkHash(macs, macs.keyId, head, row);
    if (!hash) throw new Error(`The signing key ${macs.keyId} signs nothing`);
    const seq = head.seq + 1;
    links.push({ seq, auditId: row.id, prevHash: head.hash, hash, keyId: macs.keyId, chainedTime: now });
    head = { seq, hash };
  }
  await insertLinks(tx, links);
}
