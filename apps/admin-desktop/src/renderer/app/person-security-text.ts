import { useDictionary } from '@forewarn/ui/i18n';

const zhCN = {
  sessions: '登录设备',
  none: '当前没有登录。',
  endAll: '结束全部登录',
  endAllTitle: (name: string) => `结束 ${name} 的全部登录？`,
  endAllText: '所有设备立即退出，需重新登录。账号、密码和两步验证不变。',
  ended: (count: number) => `已结束 ${count} 个登录`,
  endedOne: '该登录已结束',
  totp: '两步验证',
  on: '已开启',
  off: '未开启',
  external: '密码与两步验证由登录服务管理。',
  reset: '重置两步验证',
  resetTitle: (name: string) => `重置 ${name} 的两步验证？`,
  resetText:
    '验证器和恢复码立即失效，所有设备退出登录，并邮件通知本人；之后只凭密码即可登录，直到重新设置（角色要求时，下次登录必须先设置）。请先以其他方式确认对方身份。',
  resetDone: (name: string) => `${name} 的两步验证已重置`,
  reason: '理由',
  reasonHint: '写入审计日志，2–500 字。',
  reasonMissing: '请填写理由，至少 2 个字。',
};
const en: typeof zhCN = {
  sessions: 'Signed in on',
  none: 'Not signed in anywhere.',
  endAll: 'End all sessions',
  endAllTitle: (name) => `End all sessions of ${name}?`,
  endAllText: 'Every device is signed out at once and has to sign in again. Account, password and second factor stay.',
  ended: (count) => (count === 1 ? '1 session ended' : `${count} sessions ended`),
  endedOne: 'The session has ended',
  totp: 'Two-step verification',
  on: 'On',
  off: 'Off',
  external: 'Password and second factor are kept by the sign-in service.',
  reset: 'Reset two-step verification',
  resetTitle: (name) => `Reset two-step verification of ${name}?`,
  resetText:
    'Authenticator and recovery codes stop working at once, every device is signed out, and the person is told by mail. From then on the password alone is enough until it is set up again (where the role asks for it, at the next sign-in). Make sure by another way who is asking.',
  resetDone: (name) => `Two-step verification of ${name} was reset`,
  reason: 'Reason',
  reasonHint: 'Goes to the audit log, 2 to 500 characters.',
  reasonMissing: 'Give a reason of at least 2 characters.',
};

export const usePersonSecurityText = () => useDictionary({ 'zh-CN': zhCN, en });
