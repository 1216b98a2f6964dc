export const zhCN = {
  page: '登录',
  heading: '登录拒付预警',
  intro: '拒付发生之前收到预警，在时限内处理，避免损失。',
  account: '邮箱或手机号',
  accountPlaceholder: 'name@company.com',
  password: '密码',
  remember: '30 天内保持登录',
  rememberHint: '请勿在公用设备上勾选。',
  submit: '登录',
  missingAccount: '请输入邮箱或手机号',
  missingPassword: '请输入密码',
  continueTo: '登录后将打开您要看的页面。',
};
