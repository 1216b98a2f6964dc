import { account } from './account.ts';

/** To the new address: it counts once it has confirmed. */
export const accountEmailConfirm = account({
  'zh-CN': {
    title: '确认新的邮箱',
    write: (p) => ({
      paragraphs: ['请确认将此邮箱用作您账户的登录与通知邮箱。确认之前，原邮箱继续有效。'],
      button: { label: '确认邮箱', url: p('url') },
      notes: ['链接 72 小时内有效，只能使用一次。', '如果不是您本人，请忽略此邮件。'],
    }),
  },
  en: {
    title: 'Confirm your new address',
    write: (p) => ({
      paragraphs: ['Confirm this address for signing in and for notices. Until then the present one stays in use.'],
      button: { label: 'Confirm the address', url: p('url') },
      notes: ['The link works once, for 72 hours.', 'If it was not you, ignore this mail.'],
    }),
  },
});

/** To the old address, at once: whoever sits at an open session can't move the account away in silence. */
export const accountEmailAsked = account({
  'zh-CN': {
    title: '有人请求更换您的邮箱',
    write: (p) => ({
      paragraphs: [`您的账户请求将邮箱更换为 ${p('newEmail')}。新邮箱确认之后才会生效。`],
      button: { label: '不是我？重置密码', url: p('url') },
      notes: ['重置密码会取消这次更换。如果是您本人操作，无需理会此邮件。'],
    }),
  },
  en: {
    title: 'A change of your address was asked for',
    write: (p) => ({
      paragraphs: [`Your account asked to use ${p('newEmail')} instead of this address, once that one has confirmed.`],
      button: { label: 'Not you? Reset the password', url: p('url') },
      notes: ['Resetting the password cancels the change. If it was you, there is nothing to do.'],
    }),
  },
});

/** To the old address, when it is done. */
export const accountEmailChanged = account({
  'zh-CN': {
    title: '您的邮箱已更换',
    write: (p) => ({
      paragraphs: [`您账户的邮箱已更换为 ${p('newEmail')}。此邮箱不能再用于登录，也不再收到通知。`],
      notes: ['如果不是您本人操作，请立即联系平台客服。'],
    }),
  },
  en: {
    title: 'Your address was changed',
    write: (p) => ({
      paragraphs: [
        `Your account now uses ${p('newEmail')}. This address no longer signs in and no longer receives notices.`,
      ],
      notes: ['If it was not you, contact support at once.'],
    }),
  },
});
