import { parentPort } from 'node:worker_threads';
import type { PrintedDocument } from '@forewarn/core/ports/documents';
import { loadFonts } from './fonts.ts';
import { writePdf } from './write-pdf.ts';

export interface Asked {
  number: number;
  document: PrintedDocument;
}
export type Written = { number: number } & ({ bytes: Uint8Array<ArrayBuffer> } | { error: string });

const fonts = loadFonts();
parentPort?.on('message', ({ number, document }: Asked) => {
  const answer = (written: Written) => parentPort?.postMessage(written);
  fonts
    .then((loaded) => writePdf(document, loaded))
    .then(
      (bytes) => answer({ number, bytes }),
      (error: unknown) =>
        answer({ number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
});
