import { bold, dim, padTo, say, width } from '../say.mjs';

/** The calm page that ends a start: what runs where, who can sign in, how to stop. Chinese first, then English. */
export function printSummary({ addresses, accounts = {}, seconds }) {
  const places = [
    ['商户端 Merchant web', addresses.web],
    ['管理端 Admin (browser)', addresses.desktopRenderer, 'npm run desktop → Electron'],
    ['接口文档 API docs', addresses.docs],
    ['外部模拟 Sandbox', addresses.sandbox],
    ['邮件收件箱 Mail inbox', addresses.mail],
  ].filter(([, url]) => url);
  const people = [
    ['商户 Merchant', accounts.merchant],
    ['平台管理员 Platform admin', accounts.platformAdmin],
    ['系统管理员 System admin', accounts.systemAdmin],
    ['销售 Sales', accounts.sales],
  ].filter(([, account]) => account);

  say();
  say(`  ${bold('Forewarn 已就绪 · is ready')}  ${dim(`${seconds} s`)}`);
  say();
  const column = Math.max(...[...places, ...people].map(([label]) => width(label))) + 3;
  for (const [label, url, note] of places) say(`  ${padTo(label, column)}${url}${note ? dim(`   ${note}`) : ''}`);
  if (people.length > 0) {
    say();
    say(`  ${bold('演示账号 · Demo accounts')}`);
    const accountColumn = Math.max(...people.map(([, { account }]) => width(account))) + 3;
    for (const [label, { account, password }] of people)
      say(`  ${padTo(label, column)}${padTo(account, accountColumn)}${password}`);
  }
  say();
  say(dim('  日志 Logs  .local/logs      地址与账号 Addresses and accounts  .local/run.json'));
  say('  按 Ctrl-C 停止全部 · Ctrl-C stops everything');
  say();
}
