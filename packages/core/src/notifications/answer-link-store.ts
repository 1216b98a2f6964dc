import { createHash, randomBytes } from 'node:crypto';
import type { Executor } from '../kernel/context.ts';

/** What a link answers, and for whom it was made. */
export interface NewAnswerLink {
  alertRef: number;
  merchantId: number;
  recipient: string;
  /** The alert's deadline. */
  expiresTime: Date;
}

/** Makes a link's token: 256 random bits, of which the hash alone is stored. It belongs into one mail and nowhere else. */
export async function createAnswerLink(db: Executor, link: NewAnswerLink, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db
    .insertInto('answerLinks')
    .values({ ...link, tokenHash: hashOf(token), createdTime: now })
    .execute();
  return token;
}

export function findAnswerLink(db: Executor, token: string, lock = false) {
  const row = db
    .selectFrom('answerLinks')
    .select(['alertRef', 'merchantId', 'recipient', 'expiresTime', 'usedTime'])
    .where('tokenHash', '=', hashOf(token));
  return lock ? row.forUpdate().executeTakeFirst() : row.executeTakeFirst();
}

export async function closeAnswerLink(db: Executor, token: string, now: Date): Promise<void> {
  await db.updateTable('answerLinks').set({ usedTime: now }).where('tokenHash', '=', hashOf(token)).execute();
}

/** Links that ended before then; at most 1,000 a call. */
export async function purgeAnswerLinks(db: Executor, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('answerLinks')
    .where('expiresTime', '<', before)
    .limit(1000)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
