import type { LeftOut } from '../batch-split.ts';

export const batchZh = {
  label: '批量操作',
  selected: (count: number) => `已选 ${count} 条`,
  clear: '取消选择',
  answer: (count: number) => (count > 0 ? `批量处理（${count}）` : '批量处理'),
  title: (count: number) => `批量处理 ${count} 条预警`,
  count: (count: number) => `${count} 条预警`,
  leftOut: (parts: string[]) => `不在本次处理之列：${parts.join('，')}。`,
  why: {
    rdr: (count: number) => `${count} 条已由卡组织自动退款`,
    answered: (count: number) => `${count} 条已有处理结果`,
    held: (count: number) => `${count} 条正在核对归属`,
  } satisfies Record<LeftOut, (count: number) => string>,
  noDispute: '争议处理需要逐条上传证据，请打开单条预警处理。',
  fullRefund: '每条按各自的全额退款提交。如需部分退款，请打开单条预警处理。',
  fraudUnrefunded: '批量提交按“未退款”告知。已退款的请打开单条预警，填写退款金额。',
  reason: '处理说明（用于全部所选预警）',
  final: (count: number) => `这 ${count} 条提交后会逐条送往预警服务方；对方收到后不能更改或撤回。`,
  refundWarning: '请确认以上每一笔都已在您的收单平台全额退款，我们不会替您退款。',
  back: '上一步',
  submit: (count: number, action: string) => `提交 ${count} 条：${action}`,
  results: '批量处理结果',
  progress: '批量处理进度',
  going: (done: number, total: number) => `正在提交：${done} / ${total}，请不要关闭页面`,
  result: (done: number, refused: number, waiting: number) =>
    [
      `${done} 条已提交`,
      ...(refused > 0 ? [`${refused} 条未能提交`] : []),
      ...(waiting > 0 ? [`${waiting} 条尚未发送`] : []),
    ].join('，'),
  state: { done: '已提交', refused: '未能提交', waiting: '等待提交' },
  retry: (count: number) => `重试 ${count} 条`,
};
