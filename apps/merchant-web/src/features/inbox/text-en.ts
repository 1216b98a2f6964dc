import type { zhCN } from './text-zh-CN.ts';

export const en: typeof zhCN = {
  page: 'Messages',
  heading: 'Messages',
  intro: 'What we told you, for 90 days. What you have read is your own mark and changes nothing for colleagues.',
  views: { label: 'Show', all: 'All', unread: 'Unread' },
  list: 'Messages',
  readAll: 'Mark all as read',
  unread: 'Unread',
  urgent: 'Urgent',
  read: 'Mark as read',
  empty: {
    title: 'No messages yet',
    text: 'When an alert comes, an enrolment has its result, an answer can’t be delivered or an export is ready, you see it here.',
  },
  nothingUnread: { title: 'Nothing unread', text: 'You have seen it all.', action: 'Show all messages' },
};
