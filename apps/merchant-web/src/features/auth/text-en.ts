import type { zhCN } from './text-zh-CN.ts';

export const en: typeof zhCN = {
  page: 'Sign in',
  heading: 'Sign in to Forewarn',
  intro: 'Hear of a chargeback before it happens, answer in time, avoid the loss.',
  account: 'E-mail or phone',
  accountPlaceholder: 'name@company.com',
  password: 'Password',
  remember: 'Keep me signed in for 30 days',
  rememberHint: 'Not on a shared device.',
  submit: 'Sign in',
  missingAccount: 'Enter your e-mail address or phone number',
  missingPassword: 'Enter your password',
  continueTo: 'After signing in, the page you wanted opens.',
};
