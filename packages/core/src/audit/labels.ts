import type { Locale } from '../kernel/locale.ts';

/** What each audited operation is called. A test of the API compares it with the operations there are. */
const ZH_CN = {
  'auth.login': '登录',
  'auth.logout': '退出登录',
  'auth.refresh': '续期登录',
  'auth.reuse': '令牌被重复使用，会话已终止',
  'profile.update': '修改商户资料',
  'cards.create': '新增授权卡',
  'cards.update': '修改授权卡',
  'cards.remove': '停用授权卡',
  'cards.register': '提交报备',
  'alerts.process': '处理预警',
  'alerts.uploadEvidence': '上传证据',
  'alerts.getEvidence': '查看证据',
  'alerts.removeEvidence': '删除证据',
  'alerts.export': '导出预警',
  'alerts.assign': '指派预警',
  'deliveries.replay': '重新处理推送',
  'credentials.list': '查看接口凭据',
  'credentials.update': '更换接口凭据',
  'credentials.test': '测试接口连接',
  'staff.create': '创建管理员账号',
  'security.allowlists.update': '修改地址名单',
  'keys.rotate': '更换数据密钥',
  'sensitive.reveal': '查看敏感信息',
  'merchants.close': '关闭商户',
  'merchants.create': '新建商户',
  'merchants.resendActivation': '重发激活邮件',
  'merchants.restore': '恢复商户',
  'merchants.suspend': '暂停商户',
  'merchants.unlock': '解除登录锁定',
  'roles.create': '新增角色',
  'roles.remove': '删除角色',
  'roles.reset': '角色恢复默认',
  'roles.update': '修改角色权限',
  'staff.acceptInvitation': '接受邀请',
  'staff.disable': '停用员工',
  'staff.enable': '启用员工',
  'staff.invite': '邀请员工',
  'staff.readInvitation': '查看邀请',
  'staff.removeInvitation': '撤回邀请',
  'staff.resendInvitation': '重发邀请',
  'staff.update': '修改员工',
  'teams.create': '新增团队',
  'teams.rename': '团队改名',
  'audit.export': '导出审计日志',
  'audit.verify': '校验审计日志',
};
export type AuditAction = keyof typeof ZH_CN;

const EN: Record<AuditAction, string> = {
  'auth.login': 'Sign-in',
  'auth.logout': 'Sign-out',
  'auth.refresh': 'Sign-in renewed',
  'auth.reuse': 'Token used twice: session ended',
  'profile.update': 'Merchant profile changed',
  'cards.create': 'Card added',
  'cards.update': 'Card changed',
  'cards.remove': 'Card no longer watched',
  'cards.register': 'Card submitted for enrolment',
  'alerts.process': 'Alert answered',
  'alerts.uploadEvidence': 'Evidence uploaded',
  'alerts.getEvidence': 'Evidence opened',
  'alerts.removeEvidence': 'Evidence removed',
  'alerts.export': 'Alerts exported',
  'alerts.assign': 'Alert assigned',
  'deliveries.replay': 'Delivery processed again',
  'credentials.list': 'Credentials looked at',
  'credentials.update': 'Credential replaced',
  'credentials.test': 'Connection tested',
  'staff.create': 'Staff account made',
  'security.allowlists.update': 'Address lists changed',
  'keys.rotate': 'Data key changed',
  'sensitive.reveal': 'Sensitive data looked at',
  'merchants.close': 'Merchant closed',
  'merchants.create': 'Merchant created',
  'merchants.resendActivation': 'Activation mail sent again',
  'merchants.restore': 'Merchant restored',
  'merchants.suspend': 'Merchant suspended',
  'merchants.unlock': 'Sign-in lock lifted',
  'roles.create': 'Role added',
  'roles.remove': 'Role removed',
  'roles.reset': 'Role set back to its default',
  'roles.update': 'Role changed',
  'staff.acceptInvitation': 'Invitation accepted',
  'staff.disable': 'Staff account disabled',
  'staff.enable': 'Staff account enabled',
  'staff.invite': 'Staff invited',
  'staff.readInvitation': 'Invitation looked at',
  'staff.removeInvitation': 'Invitation taken back',
  'staff.resendInvitation': 'Invitation sent again',
  'staff.update': 'Staff account changed',
  'teams.create': 'Team added',
  'teams.rename': 'Team renamed',
  'audit.export': 'Audit log exported',
  'audit.verify': 'Audit log verified',
};
export const AUDIT_ACTION_LABELS: Record<Locale, Record<AuditAction, string>> = { 'zh-CN': ZH_CN, en: EN };

const TARGETS_ZH_CN = {
  merchant: '商户',
  staff: '平台人员',
  session: '登录会话',
  card: '授权卡',
  alert: '预警',
  delivery: '推送',
  credential: '接口凭据',
  export: '导出文件',
  audit: '审计日志',
};
export type AuditTarget = keyof typeof TARGETS_ZH_CN;
const TARGETS_EN: Record<AuditTarget, string> = {
  merchant: 'Merchant',
  staff: 'Staff',
  session: 'Session',
  card: 'Card',
  alert: 'Alert',
  delivery: 'Delivery',
  credential: 'Credential',
  export: 'Export',
  audit: 'Audit log',
};
export const AUDIT_TARGET_LABELS: Record<Locale, Record<AuditTarget, string>> = {
  'zh-CN': TARGETS_ZH_CN,
  en: TARGETS_EN,
};

/** What an operation is called; one that is gone since keeps its technical name. */
export function auditActionLabel(action: string, locale: Locale): string {
  return isKey(ZH_CN, action) ? AUDIT_ACTION_LABELS[locale][action] : action;
}

export function auditTargetLabel(type: string, locale: Locale): string {
  return isKey(TARGETS_ZH_CN, type) ? AUDIT_TARGET_LABELS[locale][type] : type;
}

function isKey<T extends object>(of: T, key: string): key is keyof T & string {
  return Object.hasOwn(of, key);
}
