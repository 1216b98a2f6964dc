import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { HOUR } from '@forewarn/core/kernel/time';
import type { DownloadedFile, FileToDownload } from '../bridge/payloads.ts';
import type { ElectronApi } from './electron-api.ts';
import type { Fetch } from './forward.ts';
import { choosePlace } from './save-file.ts';
import type { Windows } from './windows.ts';

export interface DownloadDeps {
  dialog: ElectronApi['dialog'];
  windows: Pick<Windows, 'front'>;
  /** The configured server's origin; null until one has been chosen. */
  server: string | null;
  fetch: Fetch;
}

/** A file of a hundred megabytes over a slow line. */
const PATIENCE = HOUR / 2;
const NO_ANSWER = 0;

/**
 * Asks where, then writes the server's file there as it comes, whatever its size: it never goes through the page. Answers the server's
 * own words when it says no, and status 0 when it breaks off; a file that isn't whole is never left under the name that was chosen.
 */
export async function saveDownload(deps: DownloadDeps, file: FileToDownload): Promise<DownloadedFile> {
  const not = { saved: false, fileName: null, failure: null };
  const place = await choosePlace(deps.dialog, deps.windows, file.suggestedName);
  if (place === undefined) return not;
  const unfinished = `${place}.part`;
  try {
    const answer = await deps.fetch(`${deps.server}${file.path}`, {
      headers: { Authorization: `Bearer ${file.token}`, 'Accept-Language': file.locale },
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!answer.ok || !answer.body)
      return { ...not, failure: { status: answer.status, body: (await answer.text()).slice(0, 10_000) } };
    await pipeline(piecesOf(answer.body), createWriteStream(unfinished));
    await rename(unfinished, place);
    return { saved: true, fileName: path.basename(place), failure: null };
  } catch (error) {
    await rm(unfinished, { force: true });
    // The disk is full, the folder can't be written to: a fault of this machine, which its own words say best.
    if (error instanceof Error && 'syscall' in error && 'path' in error) throw error;
    return { ...not, failure: { status: NO_ANSWER, body: '' } };
  }
}

async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
