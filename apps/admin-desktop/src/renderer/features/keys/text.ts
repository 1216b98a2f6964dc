import { useDictionary } from '@forewarn/ui/i18n';

const zhCN = {
  title: '数据密钥',
  hint: '凭据、卡片信息、处理结果和凭证文件都用它加密。更换密钥时无需停机。',
  sealing: '当前加密密钥',
  opening: '仍可解密的旧密钥',
  removable: '可从 DATA_KEYS 移除',
  noneRemovable: '暂无',
  noOther: '无',
  start: '用当前密钥重新加密',
  confirmTitle: '重新加密所有数据？',
  confirm: (key: string) =>
    `后台会用密钥 ${key} 逐批重新加密旧数据。期间一切照常使用；中断后自动继续。请先确认所有进程都已换用新密钥并重启。`,
  running: (percent: string, pass: number) => `正在重新加密：${percent}（第 ${pass} 轮）`,
  progress: '重新加密进度',
  done: (time: string, count: number) => `已于 ${time} 完成，重新加密 ${count} 项。`,
  superseded: '上一次重新加密已被新的密钥更换取代。',
  never: '还没有重新加密过。',
  allCurrent: '所有数据都已使用当前密钥。',
  resealed: (count: number) => `已重新加密 ${count} 项`,
  unreadable: (count: number) =>
    `有 ${count} 项无法解密：所用的密钥不在 DATA_KEYS 中，或数据已损坏。请在日志中查看是哪些，勿移除任何密钥。`,
  table: '各类数据使用的密钥',
  column: { data: '数据', keys: '密钥与数量', share: '已用当前密钥' },
  unknownKey: '无法识别',
  missingKey: '缺少此密钥',
  more: '及更多',
  nothing: '无数据',
};

const en: typeof zhCN = {
  title: 'Data keys',
  hint: 'They seal credentials, card data, answers and evidence files. A key is changed without stopping anything.',
  sealing: 'Seals now',
  opening: 'Former keys that still open',
  removable: 'May leave DATA_KEYS',
  noneRemovable: 'None yet',
  noOther: 'None',
  start: 'Re-seal now',
  confirmTitle: 'Re-seal everything?',
  confirm: (key) =>
    `Everything sealed with a former key is sealed anew with ${key}, a little at a time, while all goes on as usual; after an interruption it goes on by itself. Make sure that every process was restarted with the new key first.`,
  running: (percent, pass) => `Re-sealing: ${percent} (pass ${pass})`,
  progress: 'Progress of re-sealing',
  done: (time, count) => `Done ${time}; ${count} re-sealed.`,
  superseded: 'The latest re-sealing was replaced by another change of keys.',
  never: 'Nothing was re-sealed yet.',
  allCurrent: 'Everything is sealed with the present key.',
  resealed: (count) => `${count} re-sealed`,
  unreadable: (count) =>
    `${count === 1 ? 'One value does' : `${count} values do`} not open: the key is missing from DATA_KEYS, or the data is damaged. The log says which; remove no key.`,
  table: 'Keys by kind of data',
  column: { data: 'Data', keys: 'Keys and values', share: 'With the present key' },
  unknownKey: 'unrecognised',
  missingKey: 'key missing',
  more: 'and more',
  nothing: 'no data',
};

/** By the names the server has for what is sealed; one it doesn't know here is shown as it is. */
const zhSealed: Record<string, string> = {
  'provider_credentials.value_enc': '接口凭据',
  'provider_deliveries.body_enc': '推送原文',
  'chargeback_alerts.details_enc': '预警附加信息',
  'alert_revisions.previous_enc': '预警的历史内容',
  'alert_feedbacks.content_enc': '处理结果',
  'alert_feedbacks.body_enc': '处理结果的发送原文',
  'email_messages.params_enc': '邮件内容',
  'idempotency_keys.output_enc': '重复请求的应答',
  'alert_evidence.content': '凭证文件',
  'export_jobs.part': '导出文件',
};
const enSealed: Record<string, string> = {
  'provider_credentials.value_enc': 'Interface credentials',
  'provider_deliveries.body_enc': 'Deliveries as they came',
  'chargeback_alerts.details_enc': 'Alerts’ additional data',
  'alert_revisions.previous_enc': 'Alerts’ former content',
  'alert_feedbacks.content_enc': 'Answers',
  'alert_feedbacks.body_enc': 'Answers as they were sent',
  'email_messages.params_enc': 'Contents of mails',
  'idempotency_keys.output_enc': 'Replies to repeated requests',
  'alert_evidence.content': 'Evidence files',
  'export_jobs.part': 'Exported files',
};

export const useKeysText = () => useDictionary({ 'zh-CN': zhCN, en });
export const useSealedNames = () => useDictionary({ 'zh-CN': zhSealed, en: enSealed });
