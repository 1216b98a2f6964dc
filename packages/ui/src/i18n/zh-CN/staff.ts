import type { Realm } from '@forewarn/core/accounts/model';
import type { DELIVERY_STATES, DeliveryKind } from '@forewarn/core/deliveries/model';
import type { MerchantRole, StaffRole } from '@forewarn/core/kernel/access';
import type { MerchantStatus } from '@forewarn/core/merchants/model';
import type { CALL_OPERATIONS, CredentialKind, CredentialTest } from '@forewarn/core/platform/model';
import type { z } from 'zod';

/** Labels of what only the operator's people see. */
export const staffLabels = {
  realm: { merchant: '商户', staff: '平台' } satisfies Record<Realm, string>,
  role: {
    PLATFORM_ADMIN: '平台管理员',
    SYSTEM_ADMIN: '系统管理员',
    ADMIN: '销售总管',
    SALES_MANAGER: '销售经理',
    SALES: '销售',
  } satisfies Record<StaffRole, string>,
  merchantRole: {
    OWNER: '所有者',
    MANAGER: '主管',
    HANDLER: '处理人',
    VIEWER: '查看者',
  } satisfies Record<MerchantRole, string>,
  actorKind: { merchant: '商户', staff: '平台人员', system: '系统' } satisfies Record<
    'merchant' | 'staff' | 'system',
    string
  >,
  level: { INFO: '正常', WARN: '注意', ERROR: '异常' } satisfies Record<'INFO' | 'WARN' | 'ERROR', string>,
  merchantStatus: {
    PENDING: '待激活',
    ACTIVE: '正常',
    SUSPENDED: '暂停',
    CLOSED: '关闭',
  } satisfies Record<MerchantStatus, string>,
  deliveryKind: { alert: '预警推送', status: '状态通知' } satisfies Record<DeliveryKind, string>,
  deliveryState: { DUE: '待处理', DONE: '已处理', QUARANTINED: '待人工核对' } satisfies Record<
    (typeof DELIVERY_STATES)[number],
    string
  >,
  credentialKind: {
    MERCHANT_NO: '商户号 MerchantNo',
    SIGN_KEY: '签名密钥 SignKey',
    API_ENDPOINT: '接口地址 ApiEndpoint',
    WEBHOOK_SECRET: '回调密钥 WebhookSecret',
  } satisfies Record<CredentialKind, string>,
  direction: { IN: '收到', OUT: '发出' } satisfies Record<'IN' | 'OUT', string>,
  operation: {
    'webhook.alert': '预警推送',
    'webhook.status': '状态通知',
    'provider.register': '授权卡报备',
    'provider.close': '关闭报备',
    'provider.status': '查询报备结果',
    'provider.feedback': '回传处理结果',
    'provider.ping': '连通测试',
    'auth.login': '登录服务：登录',
    'auth.validate': '登录服务：确认登录',
  } satisfies Record<(typeof CALL_OPERATIONS)[number], string>,
  testOutcome: {
    DONE: '成功',
    REFUSED: '对方拒绝',
    NOT_SENT: '未能送出',
    AMBIGUOUS: '结果不明',
    NOT_CONFIGURED: '尚未配置',
  } satisfies Record<z.output<typeof CredentialTest>['outcome'], string>,
};
