import type { MailStatus } from '@forewarn/core/notifications/model';
import { useDictionary } from '../i18n/use-dictionary.ts';
import type { Tone } from '../theme/tones.ts';
import { ToneBadge } from './tone-badge.tsx';

export const MAIL_TONES: Record<MailStatus, Tone> = {
  QUEUED: 'accent',
  SENT: 'positive',
  FAILED: 'danger',
  BOUNCED: 'danger',
  SUPPRESSED: 'muted',
};

const zhCN = {
  QUEUED: '等待发送',
  SENT: '已送达邮件服务器',
  FAILED: '发送失败',
  BOUNCED: '被退回',
  SUPPRESSED: '无需再发',
} satisfies Record<MailStatus, string>;
const en: Record<MailStatus, string> = {
  QUEUED: 'Waiting',
  SENT: 'Handed over',
  FAILED: 'Not delivered',
  BOUNCED: 'Came back',
  SUPPRESSED: 'Not needed any more',
};

export const useMailStatusWords = () => useDictionary({ 'zh-CN': zhCN, en });

/** How far a mail has got. */
export function MailStatusBadge({ value }: { value: MailStatus }) {
  const words = useMailStatusWords();
  return (
    <ToneBadge tone={MAIL_TONES[value]} dot={value === 'QUEUED' ? 'live' : undefined}>
      {words[value]}
    </ToneBadge>
  );
}
