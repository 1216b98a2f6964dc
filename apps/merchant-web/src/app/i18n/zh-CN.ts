export const zhCN = {
  nav: { label: '主导航', alerts: '预警', cards: '授权卡' },
  skipToContent: '跳到正文',
  waiting: (count: number) => `${count} 条待处理`,
  account: '账户与设置',
  security: '安全设置',
  signOut: '退出登录',
  title: (page: string, waiting: number) => `${waiting > 0 ? `(${waiting}) ` : ''}${page} · 拒付预警`,
  suspended: {
    title: '账户已暂停',
    text: '您可以查看预警，但不能处理预警，也不能修改授权卡。请联系平台客服恢复。',
  },
  disconnected: '连接中断，页面内容可能不是最新，正在重新连接…',
  password: {
    length: (min: number) => `至少 ${min} 个字符`,
    mixed: '含有字母和数字',
    unlike: '不含邮箱名或公司名称，也不是常见密码',
    met: '（已满足）',
    show: '显示或隐藏密码',
  },
  menu: { profile: '资料与账户', colleagues: '同事', notifications: '通知设置' },
  notFound: { title: '没有这个页面', text: '链接可能已失效或输入有误。', action: '去看预警' },
  starting: '正在打开…',
};
