import { useDictionary } from '@forewarn/ui/i18n';

const zhCN = {
  left: (count: number) => (count === 0 ? '队列已清空' : `还剩 ${count} 条`),
  compared: (key: string) => `比对形式：${key}`,
  keys: { learn: '记住描述符', newCard: '新建授权卡', leave: '离开输入框' },
  learn: {
    label: (descriptor: string, merchant: string) => `记住：描述符“${descriptor}”属于${merchant || '所选商户'}`,
    hint: '今后没有授权卡匹配、但带有此描述符的预警会自动归属该商户。可随时在“描述符别名”中删除。',
    scope: '适用的卡 BIN',
    anyBin: '不限卡 BIN',
    thisBin: (bin: string) => `仅限卡 BIN ${bin}`,
    taken: (merchant: string) => `该描述符已记为 ${merchant} 的别名。请先在“描述符别名”中删除，或不勾选。`,
    noneWaiting: '队列中没有其他预警会因此归属。',
    waiting: (count: number) => `队列中另有 ${count} 条会一并归属（展开查看）`,
    more: (count: number) => `还有 ${count} 条未列出，将在下次指派。`,
  },
  newCard: {
    open: '为该商户新建授权卡…',
    made: (card: string) => `新建的授权卡：${card}（报备中）`,
    title: (merchant: string) => `为 ${merchant} 新建授权卡`,
    follows: '用这条预警的描述符、卡 BIN 与 CAID 新建授权卡并立即提交报备；报备成功后，今后的预警会自动匹配。',
    descriptor: '描述符',
    bin: '卡 BIN',
    caid: 'CAID',
    noBin: '预警中没有可用的卡 BIN',
    binHint: '6–8 位数字，请向商户核实。',
    binFault: '卡 BIN 须为 6–8 位数字',
    email: '通知邮箱（选填）',
    emailHint: '不填则使用商户的主邮箱。',
    emailFault: '请填写有效的邮箱地址',
    submit: '新建并提交报备',
    done: (descriptor: string) => `已新建授权卡并提交报备：${descriptor}`,
  },
};
const en: typeof zhCN = {
  left: (count) => (count === 0 ? 'The queue is empty' : `${count} left`),
  compared: (key) => `Compared as: ${key}`,
  keys: { learn: 'learn descriptor', newCard: 'new card', leave: 'leave field' },
  learn: {
    label: (descriptor, merchant) => `Remember: “${descriptor}” is ${merchant ? `${merchant}’s` : 'the merchant’s'}`,
    hint: 'Alerts with this descriptor that no card fits will go to this merchant by themselves. It can be removed under “Descriptor aliases”.',
    scope: 'For which card BIN',
    anyBin: 'Any card BIN',
    thisBin: (bin) => `Card BIN ${bin} only`,
    taken: (merchant) =>
      `This descriptor is known as ${merchant}’s. Remove that under “Descriptor aliases” first, or leave this unticked.`,
    noneWaiting: 'No other alert in the queue would go by it.',
    waiting: (count) => `${count} more in the queue go along (open to see)`,
    more: (count) => `${count} more aren’t listed; they come next time.`,
  },
  newCard: {
    open: 'New card for this merchant…',
    made: (card) => `New card: ${card} (being enrolled)`,
    title: (merchant) => `New card for ${merchant}`,
    follows:
      'A card with this alert’s descriptor, BIN and CAID is added and submitted at once; when it is enrolled, future alerts match by themselves.',
    descriptor: 'Descriptor',
    bin: 'Card BIN',
    caid: 'CAID',
    noBin: 'The alert carries no usable BIN',
    binHint: '6 to 8 digits; ask the merchant.',
    binFault: 'A BIN has 6 to 8 digits',
    email: 'Notify at (optional)',
    emailHint: 'Empty: the merchant’s main address.',
    emailFault: 'Enter a valid e-mail address',
    submit: 'Add and submit',
    done: (descriptor) => `Card added and submitted: ${descriptor}`,
  },
};

export const useQueueText = () => useDictionary({ 'zh-CN': zhCN, en });
