import { useDictionary } from '@forewarn/ui/i18n';

const zhCN = {
  descriptor: '描述符',
  program: '预警类型',
  key: '识别信息',
  issuerBin: '发卡行 BIN',
  acquirerBin: '收单行 BIN',
  caid: 'CAID',
  arn: 'ARN',
  anyCaid: '不限',
  status: '状态',
  email: '通知邮箱',
  registered: '报备时间',
  merchant: '商户',
  submitted: '提交时间',
  expected: (time: string) => `预计 ${time} 前有结果（估计）`,
  firstAlert: (time: string) => `${time} 收到第一条预警`,
  quiet: '尚未收到预警',
  unnamed: '未命名草稿',
  actions: '操作',
  retry: '重新报备',
};

const en: typeof zhCN = {
  descriptor: 'Descriptor',
  program: 'Program',
  key: 'Known by',
  issuerBin: 'Issuer BIN',
  acquirerBin: 'Acquirer BIN',
  caid: 'CAID',
  arn: 'ARN',
  anyCaid: 'Any',
  status: 'State',
  email: 'Notified at',
  registered: 'Enrolled',
  merchant: 'Merchant',
  submitted: 'Submitted',
  expected: (time) => `Result expected by ${time} (an estimate)`,
  firstAlert: (time) => `First alert ${time}`,
  quiet: 'No alert yet',
  unnamed: 'Unnamed draft',
  actions: 'Actions',
  retry: 'Enrol again',
};

export const useCardsText = () => useDictionary({ 'zh-CN': zhCN, en });
