import { html } from '../html.ts';

/** The nightly verification of the audit log has found something that doesn't fit. */
export const auditBroken = {
  'zh-CN': {
    title: '审计日志校验未通过',
    subject: () => '审计日志校验未通过，请立即查看',
    body: (p: (name: string) => string) => html`    <h2>审计日志校验未通过</h2>
    <table>
        <tr><td>发现：</td><td>${p('problem')}</td></tr>
        <tr><td>审计记录：</td><td>${p('entry')}</td></tr>
        <tr><td>链上位置：</td><td>${p('link')}</td></tr>
        <tr><td>不符之处：</td><td>${p('problems')}</td></tr>
        <tr><td>已校验：</td><td>${p('checked')}</td></tr>
    </table>
    <p>在查明之前请保留数据库、检查点文件与备份，不要修改。管理端“审计日志”页可再次校验。</p>`,
  },
  en: {
    title: 'The audit log does not verify',
    subject: () => 'The audit log does not verify: look at it now',
    body: (p: (name: string) => string) => html`    <h2>The audit log does not verify</h2>
    <table>
        <tr><td>Found:</td><td>${p('problem')}</td></tr>
        <tr><td>Audit entry:</td><td>${p('entry')}</td></tr>
        <tr><td>Place in the chain:</td><td>${p('link')}</td></tr>
        <tr><td>What doesn't fit:</td><td>${p('problems')}</td></tr>
        <tr><td>Verified:</td><td>${p('checked')}</td></tr>
    </table>
    <p>Until this is explained, keep the database, the checkpoint file and the backups as they are. The page “Audit log” of the admin app verifies again.</p>`,
  },
};
