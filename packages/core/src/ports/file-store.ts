/** What keys look like; a store refuses any other. */
export const FILE_KEY = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*$/;

/**
 * Where bytes lie that are too large for a table. Whoever stores seals them first: a store is not trusted with what they say.
 * Keys are core's own, random, `[a-z0-9-]` with `/` between parts; never anything a user typed.
 */
export interface FileStore {
  /** Durable when it returns: it survives a crash at once after. A known key is replaced whole. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** undefined when there is no such file. */
  get(key: string): Promise<Buffer | undefined>;
  /** Its first so many bytes, without reading the rest; undefined when there is no such file. */
  head(key: string, bytes: number): Promise<Buffer | undefined>;
  /** Keys directly in that folder that were last written before then; in no order. */
  list(folder: string, before: Date): Promise<string[]>;
  /** Safe to repeat: a file that isn't there is removed already. */
  remove(key: string): Promise<void>;
}
