import { type ExportPage, exportCount, exportPage } from '../alerts/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context, Core } from '../kernel/context.ts';
import { asLocale } from '../kernel/locale.ts';
import { packPart } from '../kernel/zip.ts';
import { EXPORT_MOST, ExportFilter } from './model.ts';
import { partKey, partPlace, partsOf } from './parts.ts';
import type { ExportRecord } from './store.ts';
import { pieceText } from './table.ts';

/** Rows of one part: a fraction of a second's work, a few megabytes. */
const PART_ROWS = 2000;

/** Writes the next part of a job's file; answers what its row has to say then, and whether it was the last one. */
export async function writePart(core: Core, job: ExportRecord) {
  const ctx = ownersContext(core, job);
  const filter = ExportFilter.parse(JSON.parse(job.filter));
  const parts = partsOf(job);
  const list = { ...filter, page: 1, size: Math.min(PART_ROWS, EXPORT_MOST - job.doneRows) };
  const totalRows = parts.length > 0 ? job.totalRows : await exportCount(ctx, list, EXPORT_MOST);
  const page: ExportPage = await exportPage(ctx, { ...list, ...(job.position !== null && { cursor: job.position }) });
  const doneRows = job.doneRows + page.rows.length;
  const full = page.nextCursor !== undefined && doneRows >= EXPORT_MOST;
  const last = page.nextCursor === undefined || full;
  const cut = full || page.searchCut;

  const reader = { locale: ctx.locale, timeZone: job.timeZone, staff: ctx.scope === 'all' };
  const text = pieceText(job.format, { rows: page.rows, before: job.doneRows, last }, reader);
  const { packed, crc, plainSize } = await packPart(Buffer.from(text), job.crc);
  const { cipher, files } = core.ports;
  await files.put(partKey(job.id, parts.length, job.tries), cipher.seal(packed, partPlace(job.id, parts.length)));
  return {
    last,
    cut: cut ? 1 : 0,
    // What has come or gone since it was counted: the bar must not stop short, or run over.
    totalRows: last ? doneRows : Math.max(totalRows, doneRows),
    doneRows,
    position: page.nextCursor ?? null,
    parts: JSON.stringify([...parts, job.tries]),
    crc,
    plainSize: job.plainSize + plainSize,
    packedSize: job.packedSize + packed.length,
  };
}

/** What its owner may see, and nothing else: reads alone happen in it. */
function ownersContext(core: Core, job: ExportRecord): Context {
  return {
    ...core,
    actor: ownersActor(job),
    scope: job.merchantId === null ? 'all' : 'own',
    locale: asLocale(job.locale),
    requestId: `export:${job.id}`,
    ip: '',
    userAgent: '',
    emit: () => {
      throw new Error('An export announces nothing');
    },
    audit: () => undefined,
    afterCommit: () => undefined,
  };
}

function ownersActor({ ownerId: id, merchantId }: ExportRecord): Actor {
  const none = { id, name: '', grants: {}, sessionId: '' };
  return merchantId === null
    ? { ...none, kind: 'staff', roles: [], teamId: null, mustSetUpTotp: false }
    : { ...none, kind: 'merchant', merchantId, role: 'VIEWER', merchantStatus: 'ACTIVE' };
}
