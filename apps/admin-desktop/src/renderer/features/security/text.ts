import type { KeyInterface } from '@forewarn/core/allowlists/model';
import { useDictionary } from '@forewarn/ui/i18n';

const zhCN = {
  title: '地址白名单',
  hint: '限定哪些地址可以使用关键接口。名单为空表示不限制；保存后 5 秒内在所有进程生效，修改前后的内容写入审计日志。',
  yourAddress: '您当前的地址',
  yourAddressHint: '限制前三项时，名单须包含这个地址，否则系统会拒绝保存，以免把您自己锁在外面。',
  list: {
    admin: '管理端',
    credentials: '接口凭据',
    export: '员工导出',
    webhooks: '预警推送',
  } satisfies Record<KeyInterface, string>,
  purpose: {
    admin: '员工登录，以及员工的一切操作。商户不受影响。',
    credentials: '查看、更换、测试接口凭据；在“管理端”名单之上再收紧。',
    export: '员工导出数据；在“管理端”名单之上再收紧。商户导出自己的数据不受影响。',
    webhooks: '服务商推送预警的来源，与服务器环境变量 WEBHOOK_ALLOW 合并生效。限制后，名单外的推送一律拒绝。',
  } satisfies Record<KeyInterface, string>,
  open: '不限制',
  limited: (count: number) => `${count} 项`,
  placeholder: '每行一个地址或网段\n203.0.113.7\n10.0.0.0/8\n2001:db8::/32',
  addMine: '加入我的地址',
  notRange: (line: string) => `“${line}” 不是有效的 IPv4/IPv6 地址或 CIDR 网段`,
  tooMany: (most: number) => `最多 ${most} 项`,
  saved: '地址白名单已保存',
  saveLists: '保存名单',
  discard: '放弃修改',
  address: (address: string) => `您的地址是 ${address}。`,
};
const en: typeof zhCN = {
  title: 'Address lists',
  hint: 'From which addresses the key interfaces may be used. An empty list lets everybody pass. A change counts everywhere within 5 seconds and stands in the audit log with before and after.',
  yourAddress: 'Your address now',
  yourAddressHint:
    'Once one of the first three is limited, this address has to be on it: a change that would keep you out is refused.',
  list: { admin: 'Administration', credentials: 'Credentials', export: 'Exports by staff', webhooks: 'Alert pushes' },
  purpose: {
    admin: 'Signing in as staff and everything staff do. Merchants are not affected.',
    credentials: 'Looking at, replacing and testing credentials; narrows Administration further.',
    export: 'Exports by staff; narrows Administration further. Merchants still export what is theirs.',
    webhooks:
      'Where the provider pushes alerts from, together with WEBHOOK_ALLOW of the server. Once limited, pushes from elsewhere are refused.',
  },
  open: 'Everybody',
  limited: (count) => (count === 1 ? '1 entry' : `${count} entries`),
  placeholder: 'One address or range a line\n203.0.113.7\n10.0.0.0/8\n2001:db8::/32',
  addMine: 'Add my address',
  notRange: (line) => `"${line}" is not an IPv4 or IPv6 address or range`,
  tooMany: (most) => `At most ${most} entries`,
  saved: 'Address lists saved',
  saveLists: 'Save lists',
  discard: 'Discard changes',
  address: (address) => `Your address is ${address}.`,
};

export const useSecurityText = () => useDictionary({ 'zh-CN': zhCN, en });
