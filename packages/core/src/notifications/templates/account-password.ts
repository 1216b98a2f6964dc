import { account } from './account.ts';

/** a link to a new password, for who holds the mailbox. */
export const accountReset = account({
  'zh-CN': {
    title: '重置您的密码',
    write: (p) => ({
      paragraphs: ['我们收到了重置您账户密码的请求。点击下面的按钮设置新密码。'],
      button: { label: '设置新密码', url: p('url') },
      notes: [
        '链接 1 小时内有效，只能使用一次。设置后，所有设备都需要重新登录。',
        '如果不是您本人，请忽略此邮件，密码不会改变。',
      ],
    }),
  },
  en: {
    title: 'Reset your password',
    write: (p) => ({
      paragraphs: ['We were asked to reset the password of your account. Choose a new one here.'],
      button: { label: 'Choose a new password', url: p('url') },
      notes: [
        'The link works once, for 1 hour. Afterwards every device has to sign in again.',
        'If it was not you, ignore this mail: the password stays as it is.',
      ],
    }),
  },
});

/** A change nobody may make unseen. */
export const accountPasswordChanged = account({
  'zh-CN': {
    title: '您的密码已更改',
    write: (p) => ({
      paragraphs: [`您账户的密码于 ${p('time')} 更改。其他设备已退出登录。`],
      button: { label: '不是我？重置密码', url: p('url') },
      notes: ['如果是您本人操作，无需理会此邮件。'],
    }),
  },
  en: {
    title: 'Your password was changed',
    write: (p) => ({
      paragraphs: [`The password of your account was changed at ${p('time')}. Other devices were signed out.`],
      button: { label: 'Not you? Reset it', url: p('url') },
      notes: ['If it was you, there is nothing to do.'],
    }),
  },
});
