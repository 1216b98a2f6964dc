import { account } from './account.ts';

/** the address is confirmed before anything works. */
export const accountActivate = account({
  'zh-CN': {
    title: '激活您的账户',
    write: (p) => ({
      paragraphs: [`您用此邮箱为“${p('company')}”注册了账户。点击下面的按钮确认邮箱并激活账户，之后即可登录。`],
      button: { label: '激活账户', url: p('url') },
      notes: ['链接 72 小时内有效，只能使用一次。', '如果不是您本人注册，请忽略此邮件：不激活，账户就不能使用。'],
    }),
  },
  en: {
    title: 'Activate your account',
    write: (p) => ({
      paragraphs: [
        `An account for “${p('company')}” was registered with this address. Confirm the address to activate it; then you can sign in.`,
      ],
      button: { label: 'Activate account', url: p('url') },
      notes: [
        'The link works once, for 72 hours.',
        'If it was not you, ignore this mail: without it the account cannot be used.',
      ],
    }),
  },
});

/** A registration with an address that has an account: the page says nothing, the mailbox does. */
export const accountExists = account({
  'zh-CN': {
    title: '您的邮箱已有账户',
    write: (p) => ({
      paragraphs: [
        '有人尝试用此邮箱注册新账户，或将其设为其他账户的邮箱。此邮箱已有账户，因此没有任何改变。',
        '如果是您本人，请直接登录；忘记密码可在登录页重置。',
      ],
      button: { label: '去登录', url: p('url') },
      notes: ['如果不是您本人，无需任何操作。'],
    }),
  },
  en: {
    title: 'You already have an account',
    write: (p) => ({
      paragraphs: [
        'Someone tried to register with this address, or to use it for another account. It has an account already, so nothing was changed.',
        'If it was you, sign in instead; a forgotten password can be reset there.',
      ],
      button: { label: 'Sign in', url: p('url') },
      notes: ['If it was not you, there is nothing to do.'],
    }),
  },
});

/** An owner's invitation to a colleague, or the operator's to its staff. */
export const accountInvited = account({
  'zh-CN': {
    title: '邀请您加入',
    subject: (p) => `${p('inviter')}邀请您加入${p('company')}`,
    write: (p) => ({
      paragraphs: [`${p('inviter')}邀请您加入“${p('company')}”，角色：${p('role')}。接受邀请并设置密码后即可登录。`],
      button: { label: '接受邀请', url: p('url') },
      notes: ['链接 72 小时内有效，只能使用一次。', '如果您不认识邀请人，请忽略此邮件。'],
    }),
  },
  en: {
    title: 'You are invited',
    subject: (p) => `${p('inviter')} invites you to ${p('company')}`,
    write: (p) => ({
      paragraphs: [
        `${p('inviter')} invites you to “${p('company')}” as ${p('role')}. Accept and choose a password; then you can sign in.`,
      ],
      button: { label: 'Accept the invitation', url: p('url') },
      notes: ['The link works once, for 72 hours.', 'If you do not know who invites you, ignore this mail.'],
    }),
  },
});
