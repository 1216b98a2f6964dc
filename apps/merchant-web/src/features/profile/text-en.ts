import type { zhCN } from './text-zh-CN.ts';

export const en: typeof zhCN = {
  page: 'Profile and account',
  heading: 'Profile and account',
  saved: 'Saved.',
  company: {
    title: 'Company',
    ownerOnly: 'Only the owner can change these.',
    companyName: 'Company name',
    contactPerson: 'Contact person',
    phone: 'Phone',
    phoneSignsIn: 'Can be used to sign in.',
    phoneContactOnly: 'For contact only: another account signs in by this number.',
    locale: 'Language of notices',
    timeZone: 'Time zone of notices',
    timeZoneHint: 'Times in mails are shown in it.',
  },
  me: {
    title: 'You',
    name: 'Name',
    locale: 'Language of notices',
  },
  signIn: {
    title: 'Signing in',
    email: 'E-mail',
    changeEmail: 'Change e-mail',
    emailIntro:
      'We send a link to the new address. Until it is confirmed the present one stays in use; it is told as well.',
    newEmail: 'New e-mail',
    yourPassword: 'Present password',
    sendLink: 'Send the link',
    emailSent: (email) => `Check the mail at ${email}. The link works for 72 hours.`,
    password: 'Password',
    passwordHidden: '••••••••',
    changePassword: 'Change password',
    passwordIntro: 'Afterwards, other devices have to sign in again.',
    newPassword: 'New password',
    savePassword: 'Save the new password',
    passwordChanged: 'The password was changed; other devices were signed out.',
  },
};
