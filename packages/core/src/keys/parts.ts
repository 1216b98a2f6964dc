import { evidencePlace } from '../alerts/index.ts';
import type { Core, Executor } from '../kernel/context.ts';
import { SEALED_HEAD } from '../ports/cipher.ts';
import { exportPart } from './export-part.ts';
import {
  evidenceFile,
  evidenceFiles,
  nameOf,
  type RowKey,
  SEALED_COLUMNS,
  type SealedColumn,
  sealedHeads,
  sealedValue,
  swapSealed,
} from './sealed-store.ts';

/** A sealed value as a walk meets it. `keyId`: null where there is none, undefined when it isn't a sealed value. */
export interface Met {
  key: RowKey;
  keyId: string | null | undefined;
}

/** `resealed`; `changed`: written or gone meanwhile, to be looked at again; `unreadable`: it doesn't open. */
export type Resealed = 'resealed' | 'changed' | 'unreadable';

/** What is sealed, in one place: a column or the evidence files. */
export interface Part {
  name: string;
  /** Values looked at in one batch, and how many of them are sealed anew at most. */
  look: number;
  reseal: number;
  /** At most how many are counted for the status. */
  count: number;
  next(core: Core, db: Executor, after: RowKey | null, n: number): Promise<Met[]>;
  /** Never overwrites what has been written since it was read; safe to repeat. */
  again(core: Core, db: Executor, key: RowKey): Promise<Resealed>;
}

export const EVIDENCE_PART = 'alert_evidence.content';

/** All of them, small ones first. */
export const PARTS: readonly Part[] = [...SEALED_COLUMNS.map(columnPart), exportPart(renew), evidencePart()];

function columnPart(column: SealedColumn): Part {
  return {
    name: nameOf(column),
    look: 500,
    reseal: 50,
    count: 10_000,
    async next({ ports: { cipher } }, db, after, n) {
      const rows = await sealedHeads(db, column, after, n);
      return rows.map(({ key, head }) => ({ key, keyId: head && cipher.keyOf(head) }));
    },
    async again(core, db, key) {
      const found = await sealedValue(db, column, key);
      if (!found) return 'changed';
      const next = renew(core, found.value, found.place);
      if (!next) return 'unreadable';
      return (await swapSealed(db, column, key, found.value, next)) ? 'resealed' : 'changed';
    },
  };
}

/** Files are written once under a key of their own, so that only their removal can come in between. */
function evidencePart(): Part {
  return {
    name: EVIDENCE_PART,
    look: 100,
    reseal: 4,
    count: 500,
    async next({ ports: { cipher, files } }, db, after, n) {
      const rows = await evidenceFiles(db, String(after?.[0] ?? ''), n);
      return Promise.all(
        rows.map(async ({ id, storageKey }) => {
          const head = await files.head(storageKey, SEALED_HEAD);
          return { key: [id], keyId: head ? cipher.keyOf(head) : null };
        }),
      );
    },
    async again(core, db, [id]) {
      const { files } = core.ports;
      const row = await evidenceFile(db, String(id));
      const sealed = row && (await files.get(row.storageKey));
      if (!sealed) return 'changed';
      const next = renew(core, sealed, evidencePlace(row.id));
      if (!next) return 'unreadable';
      await files.put(row.storageKey, next);
      if (await evidenceFile(core.db, row.id)) return 'resealed';
      await files.remove(row.storageKey);
      return 'changed';
    },
  };
}

/** The same value under the first key; undefined when it doesn't open. */
function renew({ ports: { cipher } }: Core, sealed: Buffer, place: string): Buffer | undefined {
  try {
    return cipher.seal(cipher.open(sealed, place), place);
  } catch {
    return undefined;
  }
}
