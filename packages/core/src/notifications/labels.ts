import type { AnswerAction, RiskLevel } from '../alerts/model.ts';
import type { CardFailureReason } from '../cards/model.ts';
import type { MerchantRole } from '../kernel/access.ts';
import type { Locale } from '../kernel/locale.ts';

/** Words for codes, as mails say them. */
export const RISK_LABELS: Record<Locale, Record<RiskLevel, string>> = {
  'zh-CN': { LOW: '低', MEDIUM: '中', HIGH: '高' },
  en: { LOW: 'Low', MEDIUM: 'Medium', HIGH: 'High' },
};

export const ACTION_LABELS: Record<Locale, Record<AnswerAction, string>> = {
  'zh-CN': {
    CONFIRM_TRANSACTION: '确认交易',
    REFUND: '申请退款',
    DISPUTE: '争议处理',
    MARK_FRAUD: '标记欺诈',
    IGNORE: '忽略预警',
    INVALID_NOT_FOUND: '预警无效：找不到该交易',
    INVALID_CHARGEBACK_BEFORE: '预警无效：此前已发生拒付',
    INVALID_REFUNDED_BEFORE: '预警无效：此前已退款',
    INVALID_TRANSACTION_FAILED: '预警无效：交易未成功',
    INVALID_DUPLICATE: '预警无效：重复预警',
  },
  en: {
    CONFIRM_TRANSACTION: 'Transaction confirmed',
    REFUND: 'Refund',
    DISPUTE: 'Dispute',
    MARK_FRAUD: 'Marked as fraud',
    IGNORE: 'Ignored',
    INVALID_NOT_FOUND: 'Not valid: transaction not found',
    INVALID_CHARGEBACK_BEFORE: 'Not valid: charged back before',
    INVALID_REFUNDED_BEFORE: 'Not valid: refunded before',
    INVALID_TRANSACTION_FAILED: 'Not valid: transaction failed',
    INVALID_DUPLICATE: 'Not valid: duplicate alert',
  },
};

/** Why an enrolment failed and what to do next. */
export const FAILURE_TEXTS: Record<Locale, Record<CardFailureReason, string>> = {
  'zh-CN': {
    ENROLLED_ELSEWHERE: '该描述符已在其他服务方报备。请先在原服务方关闭，再重新提交。',
    GENERIC_DESCRIPTOR: '描述符过于通用，可能误收他人预警。请改用账单上完整、带商户名的描述符。',
    INVALID_DESCRIPTOR: '描述符无效。请与收单机构确认账单上显示的内容后修改。',
    VERIFICATION_NEEDED: '需要核实商户资料。请联系平台客服补充材料后重新提交。',
    REFUSED: '预警服务方未接受该报备。请核对描述符、卡 BIN 与 CAID 后重试，或联系平台客服。',
    UNREACHABLE: '多次尝试后仍无法连接预警服务方。信息已保存，请稍后重新提交。',
    NOT_CONFIGURED: '平台尚未完成接口配置。信息已保存，请联系平台客服。',
  },
  en: {
    ENROLLED_ELSEWHERE: 'This descriptor is enrolled with another service. Close it there, then submit again.',
    GENERIC_DESCRIPTOR:
      'The descriptor is too generic and would catch alerts of others. Use the full one from the statement, with your name.',
    INVALID_DESCRIPTOR: 'The descriptor is not valid. Ask your acquirer what the statement shows, then correct it.',
    VERIFICATION_NEEDED: 'Your company has to be verified. Contact support with your documents, then submit again.',
    REFUSED: 'The alert network did not accept the enrolment. Check descriptor, BIN and CAID, or contact support.',
    UNREACHABLE: 'The alert network could not be reached after several tries. Everything is saved; submit again later.',
    NOT_CONFIGURED: 'The platform is not connected to the alert network yet. Everything is saved; contact support.',
  },
};

export const ROLE_LABELS: Record<Locale, Record<MerchantRole, string>> = {
  'zh-CN': { OWNER: '所有者', MANAGER: '管理员', HANDLER: '处理员', VIEWER: '只读成员' },
  en: { OWNER: 'owner', MANAGER: 'manager', HANDLER: 'handler', VIEWER: 'viewer' },
};
