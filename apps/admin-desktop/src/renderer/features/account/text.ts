import { useDictionary } from '@forewarn/ui/i18n';

const zhCN = {
  title: '请先设置两步验证',
  hint: '您的角色要求两步验证。设置完成后即可开始使用，大约需要两分钟。',
  signOut: '退出登录',
};
const en: typeof zhCN = {
  title: 'Set up two-step verification first',
  hint: 'Your role asks for two-step verification. It takes about two minutes; then you can start.',
  signOut: 'Sign out',
};

export const useAccountText = () => useDictionary({ 'zh-CN': zhCN, en });
