import { readFile, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { type KeychainState, RefreshToken } from '../bridge/payloads.ts';

/** The part of Electron's `safeStorage` in use. */
export interface SafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(sealed: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>;
  /** Linux alone. */
  getSelectedStorageBackend(): string;
}

export interface KeychainOptions {
  safeStorage: SafeStorage;
  platform: NodeJS.Platform;
  /** Where the sealed session lies, readable by its owner only. */
  file: string;
}

export interface Keychain {
  state(): Promise<KeychainState['state']>;
  /** The token kept for this server; null when there is none, or only another server's. */
  load(server: string | null): Promise<string | null>;
  /** Answers whether it will outlive the app. Without `remember` it takes the former one's place as it was kept. */
  store(server: string | null, refreshToken: string, remember?: boolean): Promise<boolean>;
  clear(): Promise<void>;
}

const Sealed = z.object({ server: z.string(), refreshToken: RefreshToken });

/**
 * Keeps the refresh token, and nothing else. Without a real keychain it stays in this process's memory: Linux's `basic_text` backend
 * "encrypts" with a password that is printed in Chromium's source, which is no better than a plain file.
 */
export function createKeychain({ safeStorage, platform, file }: KeychainOptions): Keychain {
  let inMemory: z.output<typeof Sealed> | null = null;
  let lasting = false;

  async function state(): Promise<KeychainState['state']> {
    if (platform === 'linux') {
      const backend = safeStorage.getSelectedStorageBackend();
      if (backend === 'basic_text' || backend === 'unknown') return 'plain_text_backend';
    }
    return (await safeStorage.isAsyncEncryptionAvailable()) ? 'keychain' : 'unavailable';
  }

  async function read(): Promise<z.output<typeof Sealed> | null> {
    if (inMemory !== null) return inMemory;
    if ((await state()) !== 'keychain') return null;
    try {
      const { result } = await safeStorage.decryptStringAsync(await readFile(file));
      const sealed = Sealed.parse(JSON.parse(result));
      lasting = true;
      return sealed;
    } catch {
      // Missing, made by another account or damaged: all mean "sign in again".
      return null;
    }
  }

  return {
    state,
    async load(server) {
      const kept = await read();
      return kept !== null && kept.server === server ? kept.refreshToken : null;
    },
    async store(server, refreshToken, remember) {
      if (server === null) return false;
      inMemory = { server, refreshToken };
      lasting = remember ?? lasting;
      if (!lasting || (await state()) !== 'keychain') {
        await rm(file, { force: true });
        return false;
      }
      const sealed = await safeStorage.encryptStringAsync(JSON.stringify(inMemory));
      await writeFile(file, sealed, { mode: 0o600 });
      return true;
    },
    async clear() {
      inMemory = null;
      lasting = false;
      await rm(file, { force: true });
    },
  };
}
