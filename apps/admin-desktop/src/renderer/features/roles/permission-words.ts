import { PERMISSIONS, type Permission } from '@forewarn/core/kernel/access';
import { scopesOf } from '@forewarn/core/staff/model';
import { useDictionary } from '@forewarn/ui/i18n';

type Resource = Permission extends infer P ? (P extends `${infer R}:${string}` ? R : never) : never;
type Action = Permission extends infer P ? (P extends `${string}:${infer A}` ? A : never) : never;

interface Words {
  area: Record<Area, string>;
  resource: Record<Resource, string>;
  action: Record<Action, string>;
}

/** Where a person looks for a right: by what is worked with. */
export const AREAS = {
  alerts: ['alert', 'card', 'merchant', 'delivery', 'report', 'notification', 'mail', 'apilog', 'sensitive'],
  sales: [
    'lead',
    'customer',
    'contact',
    'opportunity',
    'quote',
    'order',
    'activity',
    'product',
    'dashboard',
    'target',
    'pool',
    'refdata',
  ],
  system: ['staff', 'role', 'session', 'security', 'allowlist', 'credential', 'key', 'audit', 'template', 'smtp'],
} as const satisfies Record<string, readonly Resource[]>;
export type Area = keyof typeof AREAS;

/** A resource's rights that staff can have. */
export function permissionsOfResource(resource: string): Permission[] {
  return PERMISSIONS.filter((permission) => permission.startsWith(`${resource}:`) && scopesOf(permission).length > 0);
}

const zhCN: Words = {
  area: { alerts: '预警业务', sales: '销售', system: '系统与安全' },
  resource: {
    profile: '商户资料',
    colleague: '商户同事',
    channel: '群机器人',
    inbox: '站内消息',
    note: '预警备注',
    card: '授权卡',
    alert: '预警',
    report: '报表',
    delivery: '推送记录',
    notification: '商户通知设置',
    mail: '邮件记录',
    merchant: '商户',
    sensitive: '敏感信息（明文）',
    staff: '平台人员',
    role: '角色与权限',
    session: '登录会话',
    security: '安全事件',
    allowlist: '地址名单',
    credential: '接口凭据',
    key: '加密密钥',
    apilog: '接口调用日志',
    audit: '审计日志',
    template: '邮件模板与通知渠道',
    smtp: '发信服务器',
    customer: '客户',
    lead: '线索',
    contact: '联系人',
    opportunity: '销售机会',
    quote: '报价',
    order: '订单',
    activity: '跟进活动',
    product: '产品与套餐',
    dashboard: '销售看板',
    target: '销售目标',
    refdata: '基础资料',
    pool: '公海',
  },
  action: {
    view: '查看',
    create: '新建',
    update: '修改',
    delete: '删除',
    enrol: '报备',
    process: '答复',
    write: '撰写',
    export: '导出',
    assign: '分配',
    replay: '重新处理',
    resend: '重发',
    status: '暂停、恢复、关闭',
    unlock: '解除锁定',
    manage: '管理',
    end: '结束',
    config: '设置',
    rotate: '轮换',
    verify: '校验完整性',
    backup: '备份与恢复',
    restore: '恢复',
    merge: '合并',
    import: '导入',
    stage: '推进阶段',
    close: '赢单、输单',
    submit: '提交',
    approve: '审批',
    complete: '完成',
    cancel: '取消',
    sync: '同步',
    claim: '领取',
  },
};
const en: Words = {
  area: { alerts: 'Alerts', sales: 'Sales', system: 'System and security' },
  resource: {
    profile: 'Merchant profile',
    colleague: 'Merchant colleagues',
    channel: 'Chat robots',
    inbox: 'Inbox',
    note: 'Notes about alerts',
    card: 'Cards',
    alert: 'Alerts',
    report: 'Reports',
    delivery: 'Deliveries',
    notification: 'Merchants’ notification settings',
    mail: 'Mails',
    merchant: 'Merchants',
    sensitive: 'Sensitive data in clear',
    staff: 'Staff',
    role: 'Roles',
    session: 'Sessions',
    security: 'Security events',
    allowlist: 'Address lists',
    credential: 'Credentials',
    key: 'Encryption keys',
    apilog: 'Interface calls',
    audit: 'Audit log',
    template: 'Mail templates and channels',
    smtp: 'Mail senders',
    customer: 'Customers',
    lead: 'Leads',
    contact: 'Contacts',
    opportunity: 'Opportunities',
    quote: 'Quotes',
    order: 'Orders',
    activity: 'Activities',
    product: 'Products and plans',
    dashboard: 'Sales dashboard',
    target: 'Targets',
    refdata: 'Reference data',
    pool: 'Open pool',
  },
  action: {
    view: 'View',
    create: 'Create',
    update: 'Change',
    delete: 'Delete',
    enrol: 'Enrol',
    process: 'Answer',
    write: 'Write',
    export: 'Export',
    assign: 'Assign',
    replay: 'Read again',
    resend: 'Send again',
    status: 'Suspend, restore, close',
    unlock: 'Unlock',
    manage: 'Manage',
    end: 'End',
    config: 'Configure',
    rotate: 'Rotate',
    verify: 'Verify',
    backup: 'Back up and restore',
    restore: 'Restore',
    merge: 'Merge',
    import: 'Import',
    stage: 'Move stage',
    close: 'Win or lose',
    submit: 'Submit',
    approve: 'Approve',
    complete: 'Complete',
    cancel: 'Cancel',
    sync: 'Synchronise',
    claim: 'Claim',
  },
};

export function usePermissionWords() {
  const words = useDictionary({ 'zh-CN': zhCN, en });
  return {
    ...words,
    actionOf: (permission: Permission) => words.action[permission.slice(permission.indexOf(':') + 1) as Action],
  };
}
