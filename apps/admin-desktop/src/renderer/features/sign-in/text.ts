import { useDictionary } from '@forewarn/ui/i18n';

const zhCN = {
  title: '登录管理端',
  tagline: '预警到人，答复到位',
  account: '邮箱或手机号',
  password: '密码',
  remember: '关闭应用后保持登录（30 分钟未使用则退出）',
  signIn: '登录',
  acceptInvitation: '收到邀请？在此接受',
  forgot: '忘记密码？',
  remoteAccount: '登录服务的用户名',
  remoteHelp: '使用贵公司登录服务的账号登录；忘记密码请在登录服务中处理。',
  forgotPage: {
    title: '重置密码',
    text: '填写登录邮箱，我们会发送重置链接；链接在浏览器中打开，1 小时内有效。',
    email: '邮箱',
    emailHint: '请填写有效的邮箱地址',
    send: '发送重置链接',
    sentTitle: '请查收邮件',
    sent: (email: string) =>
      `如果 ${email} 是可以登录的账号，重置链接已经发出。设置新密码后，回到这里登录。没有收到？请查看垃圾邮件，几分钟后再试。`,
    again: '换一个邮箱',
    back: '返回登录',
  },
  ended: '登录已过期，请重新登录。',
  required: '请填写',
  server: '服务器地址',
  serverHint: '由系统管理员提供，例如 forewarn.example.com',
  change: '更改',
  connect: '检查并使用',
  badAddress: '地址不正确。请填写 https 开头的服务器地址，不含路径；http 仅限本机。',
  states: {
    checking: '正在检查…',
    ready: (ms: number) => `已连接（${ms} 毫秒）`,
    starting: '服务器已响应，但尚未就绪。可稍后再试。',
    not_forewarn: '该地址有响应，但不是 Forewarn 服务器。请核对地址。',
    unreachable: '连不上该地址。请检查网络、地址和端口，或联系系统管理员。',
  },
  useAnyway: '仍然使用此地址',
  keychain: {
    keychain: '登录凭证由系统钥匙串加密保存。',
    plain_text_backend:
      '此电脑没有可用的系统钥匙串（Secret Service），登录不会保存，关闭应用后需重新登录。安装 GNOME Keyring 或 KWallet 后即可保持登录。',
    unavailable: '系统钥匙串当前不可用，登录不会保存，关闭应用后需重新登录。',
    browser: '浏览器预览：登录只保存在本页内存中，刷新或关闭页面后需重新登录。正式使用请安装桌面应用。',
  },
};

const en: typeof zhCN = {
  title: 'Sign in to administration',
  tagline: 'Every alert to its merchant, every answer in time',
  account: 'E-mail or phone',
  password: 'Password',
  remember: 'Stay signed in when the app closes (until unused for 30 minutes)',
  signIn: 'Sign in',
  acceptInvitation: 'Invited? Accept here',
  forgot: 'Forgot password?',
  remoteAccount: 'User name at the sign-in service',
  remoteHelp: 'Sign in with your account at your company’s sign-in service. Forgotten passwords are reset there.',
  forgotPage: {
    title: 'Reset your password',
    text: 'Enter the e-mail address you sign in with. We send a link that opens in your browser and works for an hour.',
    email: 'E-mail',
    emailHint: 'Enter a valid e-mail address',
    send: 'Send the link',
    sentTitle: 'Look at your mail',
    sent: (email) =>
      `If ${email} is an account that can sign in, a link is on its way. Once the new password is set, sign in here. Nothing there? Look into the spam folder, and try again in a few minutes.`,
    again: 'Use another address',
    back: 'Back to sign-in',
  },
  ended: 'Your sign-in has expired. Please sign in again.',
  required: 'Please fill this in',
  server: 'Server address',
  serverHint: 'From your system administrator, e.g. forewarn.example.com',
  change: 'Change',
  connect: 'Check and use',
  badAddress: 'This is not a server address. Enter one with https and without a path; http is for this computer only.',
  states: {
    checking: 'Checking…',
    ready: (ms) => `Connected (${ms} ms)`,
    starting: 'The server answers but is not ready yet. Try again shortly.',
    not_forewarn: 'Something answers there, but it is not a Forewarn server. Check the address.',
    unreachable: 'Nothing answers there. Check the network, address and port, or ask your system administrator.',
  },
  useAnyway: 'Use this address anyway',
  keychain: {
    keychain: 'Your sign-in is kept encrypted by the system’s keychain.',
    plain_text_backend:
      'This computer has no keychain (Secret Service), so your sign-in is not kept: you sign in again after closing the app. Install GNOME Keyring or KWallet to stay signed in.',
    unavailable:
      'The system’s keychain is not available, so your sign-in is not kept: you sign in again after closing the app.',
    browser:
      'Browser preview: your sign-in stays in this page’s memory and ends when it is reloaded or closed. Install the desktop app for daily work.',
  },
};

export const useSignInText = () => useDictionary({ 'zh-CN': zhCN, en });
