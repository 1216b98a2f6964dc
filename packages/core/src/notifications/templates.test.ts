import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../kernel/locale.ts';
import { MAIL_KINDS, renderMail } from './templates.ts';

/** The signs that mean something to somebody, and some that don't. */
const sign = fc.constantFrom(...'<>&"\'`=+-@;,/\\$ #ltab0中é😀＝＋\t\r\n\0\u2028');

const ALERT = {
  alertId: 'SBX-000001',
  alertTime: '2026-11-22 11:00 (Asia/Shanghai)',
  amount: '19.90',
  currency: 'USD',
  riskLevel: '高',
  deadline: '2026-11-23 11:00 (Asia/Shanghai)',
  loginUrl: 'https://merchant.example.test/alerts/7',
};
const flat = (markup: string) => markup.replace(/\s+/g, ' ').replaceAll('> <', '><');

describe('A-237 the document’s default template', () => {
  const { html, subject, text } = renderMail('alert.new', 'zh-CN', ALERT);

  it.each([
    '<title>拒付预警通知</title>',
    '<h2>拒付预警通知</h2>',
    '<p>尊敬的商户：</p>',
    '<p>您有一笔新的拒付预警，详情如下：</p>',
    '<tr><td>预警ID：</td><td>SBX-000001</td></tr>',
    '<tr><td>预警时间：</td><td>2026-11-22 11:00 (Asia/Shanghai)</td></tr>',
    '<tr><td>交易金额：</td><td>19.90 USD</td></tr>',
    '<tr><td>风险等级：</td><td>高</td></tr>',
    '<p>请及时登录系统处理。</p>',
    '<a href="https://merchant.example.test/alerts/7">立即处理</a>',
  ])('has %s', (row) => {
    expect(flat(html)).toContain(row);
  });

  it('has four rows, and says by when to act in subject and text', () => {
    expect(html.match(/<tr>/g)).toHaveLength(4);
    expect(html).toContain('<html lang="zh-CN">');
    expect(subject).toBe('拒付预警：19.90 USD，请在 2026-11-23 11:00 (Asia/Shanghai) 前处理');
    expect(text).toContain('预警ID： SBX-000001\n');
    expect(text).toContain('立即处理: https://merchant.example.test/alerts/7');
  });

  it('A-236 every variable is replaced, in English too', () => {
    const mail = renderMail('alert.new', 'en', ALERT);
    for (const value of Object.values(ALERT)) expect(mail.html).toContain(value);
    expect(mail.html).not.toMatch(/\{\{|undefined|\[object/);
  });
});

const KINDS = MAIL_KINDS.flatMap((kind) => LOCALES.map((locale) => ({ kind, locale })));
/** Every value a template asks for is this one. */
const everything = (value: string): Record<string, string> => new Proxy({}, { get: () => value });

describe('every mail', () => {
  it.each(KINDS)('A-238 $kind in $locale lets no value out of its place', ({ kind, locale }) => {
    const tags = (markup: string) => markup.replace(/href="[^"]*"/g, 'href').match(/<[^>]*>/g);
    const plain = tags(renderMail(kind, locale, everything('x')).html);
    const hostile = fc.oneof(
      fc.string({ unit: sign }),
      fc.constantFrom('<script>', '"><img src=x>', "'", '&lt;b&gt;', '</td>', '$&', '$1', '\r\nBcc: a@b'),
    );
    fc.assert(
      fc.property(hostile, (value) => {
        // What is empty may leave its paragraph out (what no rule plans); anything else has its place.
        const mail = renderMail(kind, locale, everything(value || 'x'));
        expect(tags(mail.html)).toEqual(plain);
        expect(mail.subject).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it.each(KINDS)('$kind in $locale has subject, text and no gaps', ({ kind, locale }) => {
    const mail = renderMail(kind, locale, {});
    expect(mail.subject.length).toBeGreaterThan(4);
    expect(mail.text).toContain('–');
    expect(`${mail.html}${mail.text}${mail.subject}`).not.toMatch(/undefined|null|NaN|\[object/);
    const chinese = /[\u4e00-\u9fff]/;
    if (locale === 'en') expect(`${mail.subject}${mail.text}`).not.toMatch(chinese);
    else expect(mail.subject).toMatch(chinese);
  });

  it('the text says what was written, unescaped', () => {
    const { text } = renderMail('alert.answered', 'en', {
      reason: 'a < b & "c" &lt;',
      loginUrl: 'https://x.test/?a=1&b=2',
    });
    expect(text).toContain('Reason: a < b & "c" &lt;');
    expect(text).toContain('https://x.test/?a=1&b=2');
  });
});
