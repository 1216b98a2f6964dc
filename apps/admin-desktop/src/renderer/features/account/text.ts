import { useDictionary } from '@forewarn/ui/i18n';

const zhCN = {
  title: '请先设置两步验证',
  hint: '您的角色要求两步验证。设置完成后即可开始使用，大约需要两分钟。',
  signOut: '退出登录',
  elsewhere: '密码与两步验证',
  elsewhereHint: '您通过登录服务登录，密码、两步验证、姓名和角色都在那里管理。',
  password: '密码',
  passwordHint: '修改后，其他设备都需要重新登录。',
  change: '修改密码',
  present: '当前密码',
  next: '新密码',
  nextHint: '至少 8 个字符，含字母和数字',
  code: '动态码',
  codeHint: '验证器应用显示的 6 位数字，或一个恢复码',
  save: '保存新密码',
  saved: '密码已更改，其他设备已退出登录。',
  required: '请填写',
};
const en: typeof zhCN = {
  title: 'Set up two-step verification first',
  hint: 'Your role asks for two-step verification. It takes about two minutes; then you can start.',
  signOut: 'Sign out',
  elsewhere: 'Password and second factor',
  elsewhereHint: 'You sign in at the sign-in service: password, second factor, name and roles are kept there.',
  password: 'Password',
  passwordHint: 'After a change every other device has to sign in again.',
  change: 'Change password',
  present: 'Present password',
  next: 'New password',
  nextHint: 'At least 8 characters, with a letter and a digit',
  code: 'Code',
  codeHint: 'The 6 digits of the authenticator app, or a recovery code',
  save: 'Save the new password',
  saved: 'The password was changed; other devices are signed out.',
  required: 'Please fill this in',
};

export const useAccountText = () => useDictionary({ 'zh-CN': zhCN, en });
