import type { CardFailureReason, CardProgram, CardState, CardStatus } from '@forewarn/core/cards/model';

export const cardLabels = {
  status: {
    DRAFT: '草稿',
    PENDING: '待报备',
    REGISTERED: '已报备',
    FAILED: '报备失败',
    CLOSED: '已关闭',
  } satisfies Record<CardStatus, string>,
  state: {
    DRAFT: '草稿',
    SAVED: '待报备',
    SUBMITTED: '报备中',
    IN_REVIEW: '审核中',
    ACTIVE: '已报备',
    REJECTED: '报备失败',
    CLOSING: '关闭中',
    CLOSED: '已关闭',
  } satisfies Record<CardState, string>,
  program: { ETHOCA: 'ETHOCA', RDR: 'RDR' } satisfies Record<CardProgram, string>,
  failure: {
    ENROLLED_ELSEWHERE: '已在别处报备',
    GENERIC_DESCRIPTOR: '描述符太笼统',
    INVALID_DESCRIPTOR: '描述符不正确',
    VERIFICATION_NEEDED: '需要核实资料',
    REFUSED: '报备被拒绝',
    UNREACHABLE: '暂时无法连接预警服务方',
    NOT_CONFIGURED: '平台接口尚未就绪',
  } satisfies Record<CardFailureReason, string>,
};
