import type { Locale } from '../kernel/locale.ts';
import type { ProblemKind } from './model.ts';

/** What a verification has found, as people read it: in the app, in the mail, on the command line. */
const ZH_CN: Record<ProblemKind, string> = {
  CHANGED: '有一条记录的内容在写入之后被改动',
  DELETED: '有一条记录已被删除',
  ORDER_CHANGED: '记录的先后次序被改动',
  LINK_MISSING: '校验链缺少一环',
  INSERTED: '有一条记录是事后插入的',
  BACKDATED: '有一条记录的时间远早于它的前一条',
  BEHIND: '有记录超过一小时仍未写入校验链，请检查后台进程是否在运行',
  END_CUT_OFF: '日志末尾被截断：检查点比现有的链更长',
  REWRITTEN: '校验链被整体重写：与检查点不符',
  CHECKPOINT_FORGED: '有一个检查点的签名不正确',
  KEY_MISSING: '缺少校验所需的数据密钥，请检查 DATA_KEYS',
};
const EN: Record<ProblemKind, string> = {
  CHANGED: 'An entry was changed after it was written',
  DELETED: 'An entry was deleted',
  ORDER_CHANGED: 'The order of entries was changed',
  LINK_MISSING: 'A link of the chain is missing',
  INSERTED: 'An entry was put in later',
  BACKDATED: 'An entry is dated much earlier than the one before it',
  BEHIND: 'Entries have waited to be chained for over an hour: check that the worker runs',
  END_CUT_OFF: 'The end of the log was cut off: a checkpoint reaches further than the chain',
  REWRITTEN: 'The chain was written anew: it differs from a checkpoint',
  CHECKPOINT_FORGED: 'A checkpoint has a wrong signature',
  KEY_MISSING: 'A data key that is needed to verify is missing: check DATA_KEYS',
};

export function problemText(kind: ProblemKind, locale: Locale): string {
  return locale === 'zh-CN' ? ZH_CN[kind] : EN[kind];
}
