import { FILE_KEY } from '@forewarn/core/ports/file-store';

export interface Listing {
  entries: { key: string; written: Date }[];
  /** Continues the list; undefined at its end. */
  next: string | undefined;
}

/** An answer of ListObjectsV2. Keys that aren't ours are left out; ours need no unescaping. */
export function readListing(xml: string): Listing {
  const entries = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].flatMap(([, entry = '']) => {
    const key = /<Key>([^<]*)<\/Key>/.exec(entry)?.[1] ?? '';
    const written = new Date(/<LastModified>([^<]*)<\/LastModified>/.exec(entry)?.[1] ?? '');
    return FILE_KEY.test(key) && !Number.isNaN(written.getTime()) ? [{ key, written }] : [];
  });
  const next = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(xml)?.[1];
  return { entries, next: next?.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => SIGNS[name] ?? '') };
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
