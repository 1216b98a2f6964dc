import { randomUUID } from 'node:crypto';
import type { Core } from '@forewarn/core/kernel/context';

/**
 * Stores, reads and removes a small file, so that a wrong directory, bucket or key is in the log at the start and not at a merchant's first
 * dispute. Stops nothing: alerts come in without it. Answers whether it worked; never throws.
 */
export async function checkFiles({ ports, log }: Pick<Core, 'ports' | 'log'>): Promise<boolean> {
  const key = `check/${randomUUID()}`;
  const bytes = Buffer.from(key);
  try {
    await ports.files.put(key, bytes);
    const back = await ports.files.get(key);
    await ports.files.remove(key);
    if (!back?.equals(bytes)) throw new Error('What was stored came back as something else');
    return true;
  } catch (err) {
    log.error({ err }, 'evidence files can’t be stored: check FILES_DIR, or the S3_… settings');
    return false;
  }
}
