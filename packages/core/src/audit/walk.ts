import type { Macs } from '../ports/macs.ts';
import type { AuditRecord } from './canonical.ts';
import { LATEST } from './extend-chain.ts';
import { type Head, linkHash } from './link.ts';
import type { Problem, ProblemKind } from './model.ts';
import type { StoredLink } from './verify-store.ts';

/** Clocks of several machines differ, and a row may be committed late. */
const OUT_OF_ORDER = LATEST + 600_000;

/** Goes along the chain link by link; holds where it is and what it has found. Pure: it is given what was read. */
export interface Walk {
  head: Head;
  /** When the row of the last link happened. */
  at: Date | undefined;
  checked: number;
  problems: number;
  first: Problem | undefined;
}

export function startWalk(head: Head, at: Date | undefined): Walk {
  return { head, at, checked: 0, problems: 0, first: undefined };
}

export function found(walk: Walk, kind: ProblemKind, seq: number | null, auditId: number | null): void {
  walk.problems += 1;
  walk.first ??= { kind, seq, auditId };
}

/** One link and the row it stands for. After a mistake the walk goes on from what is stored, so that each mistake counts once. */
export function step(walk: Walk, macs: Macs, link: StoredLink, row: AuditRecord | undefined): void {
  const kind = mistake(walk, macs, link, row);
  if (kind) found(walk, kind, link.seq, link.auditId);
  walk.head = { seq: link.seq, hash: link.hash };
  walk.at = row?.atTime ?? walk.at;
  walk.checked += 1;
}

function mistake(walk: Walk, macs: Macs, link: StoredLink, row: AuditRecord | undefined): ProblemKind | undefined {
  if (link.seq !== walk.head.seq + 1) return 'LINK_MISSING';
  if (!link.prevHash.equals(walk.head.hash)) return 'ORDER_CHANGED';
  if (!row) return 'DELETED';
  const hash = linkHash(macs, link.keyId, walk.head, row);
  if (!hash) return 'KEY_MISSING';
  if (!hash.equals(link.hash)) return 'CHANGED';
  if (walk.at && row.atTime.getTime() < walk.at.getTime() - OUT_OF_ORDER) return 'BACKDATED';
  return undefined;
}
