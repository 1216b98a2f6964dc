import type { TryOutcome } from '@forewarn/core/alert-documents/model';

export const papersZh = {
  print: '打印',
  pdf: '下载 PDF',
  receipt: {
    title: '处理凭证',
    intro: '写明送出了什么、何时送达、对方如何答复，并附校验值。如已退款仍收到拒付，请把它交给收单机构。',
    download: '下载凭证 PDF',
    show: '查看送达过程与校验值',
    hide: '收起',
    answer: (number: number, replaced: boolean) => `第 ${number} 次处理结果${replaced ? '（已被更正）' : ''}`,
    told: '告知网络的值',
    key: '唯一标识',

    late: '超过时限后提交',
    inTime: '在时限内提交',
    timing: '是否按时',
    bodyHash: '送出内容 SHA-256',
    contentHash: '处理内容 SHA-256',
    evidence: '证据文件 SHA-256',
    deliveries: '送达过程',
    none: '尚未送出',
    try: (number: number) => `第 ${number} 次送出`,
    reply: (said: string) => `对方答复 ${said}`,
    log: (id: number) => `接口日志号 ${id}`,
    verify: '送出内容由平台加密留存，对方收到的是同样的字节；双方各自计算 SHA-256，结果应一致。',
    outcome: {
      STARTED: '正在送出',
      DONE: '已送达',
      REFUSED: '被退回',
      NOT_SENT: '未能连接，没有送出',
      AMBIGUOUS: '已送出，未收到明确答复',
    } satisfies Record<TryOutcome, string>,
  },
};

export const papersEn: typeof papersZh = {
  print: 'Print',
  pdf: 'PDF',
  receipt: {
    title: 'Receipt',
    intro:
      'Says what was sent, when it arrived and what was replied, with hashes to prove it. Refunded and still charged back? Give it to your acquirer.',
    download: 'Receipt as PDF',
    show: 'Show delivery and hashes',
    hide: 'Hide',
    answer: (number, replaced) => `Answer ${number}${replaced ? ' (corrected since)' : ''}`,
    told: 'Told to the network',
    key: 'Idempotency key',

    late: 'Given after the deadline',
    inTime: 'Given before the deadline',
    timing: 'In time',
    bodyHash: 'SHA-256 of what was sent',
    contentHash: 'SHA-256 of the answer',
    evidence: 'SHA-256 of the evidence',
    deliveries: 'Delivery',
    none: 'Not sent yet',
    try: (number) => `Try ${number}`,
    reply: (said) => `reply ${said}`,
    log: (id) => `interface log no. ${id}`,
    verify:
      'The operator keeps what was sent, sealed; the network received the same bytes. Both get the same SHA-256 of them.',
    outcome: {
      STARTED: 'on its way',
      DONE: 'delivered',
      REFUSED: 'refused',
      NOT_SENT: 'no connection, nothing was sent',
      AMBIGUOUS: 'sent, no clear reply',
    },
  },
};
