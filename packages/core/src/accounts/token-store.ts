import type { Tx } from '@forewarn/db';

export async function insertToken(
  tx: Tx,
  sessionId: string,
  tokenHash: Buffer,
  now: Date,
  expires: Date,
): Promise<void> {
  await tx
    .insertInto('refreshTokens')
    .values({ tokenHash, sessionId, issuedTime: now, expiresTime: expires })
    .execute();
}
