import { useDictionary } from '@forewarn/ui/i18n';

const zhCN = {
  title: '接受邀请',
  code: '邀请码',
  codeHint: '在邀请邮件中，43 个字符，建议直接粘贴',
  next: '继续',
  invited: (email: string, roles: string) => `${email}，角色：${roles}`,
  name: '姓名',
  password: '设置密码',
  passwordHint: '至少 8 个字符，含字母和数字',
  required: '请填写',
  accept: '接受邀请',
  done: '邀请已接受，请用新密码登录。',
  signIn: '去登录',
  back: '返回登录',
};
const en: typeof zhCN = {
  title: 'Accept an invitation',
  code: 'Invitation code',
  codeHint: 'In the mail you got, 43 characters; best pasted',
  next: 'Go on',
  invited: (email, roles) => `${email} as ${roles}`,
  name: 'Name',
  password: 'Choose a password',
  passwordHint: 'At least 8 characters with a letter and a digit',
  required: 'Please fill this in',
  accept: 'Accept',
  done: 'Accepted. Sign in with your new password.',
  signIn: 'Sign in',
  back: 'Back to sign-in',
};

export const useInvitationText = () => useDictionary({ 'zh-CN': zhCN, en });
