import { type MailKind, mailParams, type RenderedMail, renderMail } from '../notifications/index.ts';
import type { TestCore } from './test-core.ts';

export interface QueuedMail extends RenderedMail {
  kind: MailKind;
  /** The token of the mail's link; empty when it has none. */
  token: string;
}

/** What has been queued for an address, oldest first, as it would be sent. */
export async function queuedMails({ db, ports }: TestCore, recipient: string): Promise<QueuedMail[]> {
  const rows = await db
    .selectFrom('emailMessages')
    .selectAll()
    .where('recipient', '=', recipient)
    .orderBy('id')
    .execute();
  return rows.map((row) => {
    const values = mailParams(ports.cipher, row);
    const kind = row.kind as MailKind;
    const token = new URL(values.url ?? 'http://none.test').searchParams.get('token') ?? '';
    return { kind, token, ...renderMail(kind, row.locale === 'en' ? 'en' : 'zh-CN', values) };
  });
}
