import type { zhCN } from './zh-CN.ts';

export const en: typeof zhCN = {
  nav: { label: 'Main', alerts: 'Alerts', cards: 'Cards' },
  skipToContent: 'Skip to content',
  waiting: (count) => `${count} need an answer`,
  account: 'Account and settings',
  security: 'Security',
  inbox: (unread) => (unread > 0 ? `Messages, ${unread > 99 ? 'more than 99' : unread} unread` : 'Messages'),
  signOut: 'Sign out',
  title: (page, waiting) => `${waiting > 0 ? `(${waiting}) ` : ''}${page} · Forewarn`,
  suspended: {
    title: 'The account is suspended',
    text: 'You can look at alerts, but not answer them or change cards. Contact support to restore the account.',
  },
  disconnected: 'Connection lost: what you see may be out of date. Reconnecting…',
  password: {
    length: (min) => `At least ${min} characters`,
    mixed: 'A letter and a digit',
    unlike: 'Not your e-mail or company name, nor a common password',
    met: ' (met)',
    show: 'Show or hide the password',
  },
  menu: { profile: 'Profile and account', colleagues: 'Colleagues', notifications: 'Notifications', rules: 'Rules' },
  notFound: { title: 'There is no such page', text: 'The link may be old or mistyped.', action: 'Go to alerts' },
  starting: 'Opening…',
};
