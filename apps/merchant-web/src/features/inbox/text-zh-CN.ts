export const zhCN = {
  page: '消息',
  heading: '消息',
  intro: '我们通知过您的内容，保留 90 天。已读状态只属于您自己，不影响同事。',
  views: { label: '显示', all: '全部', unread: '未读' },
  list: '消息列表',
  readAll: '全部标为已读',
  unread: '未读',
  urgent: '紧急',
  read: '标为已读',
  empty: { title: '还没有消息', text: '收到预警、报备有结果、处理结果未能送达或导出完成时，会在这里看到。' },
  nothingUnread: { title: '没有未读消息', text: '都看过了。', action: '查看全部消息' },
};
