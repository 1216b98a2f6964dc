import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../kernel/locale.ts';
import { builtInText, readText, rulesOf } from './built-in-text.ts';
import { MAIL_KINDS, renderMail } from './templates.ts';
import { placeOf, textFaultMessage } from './text-faults.ts';
import { fillBody, parseBody } from './text-language.ts';
import { hasWords, sampleValues } from './variables.ts';
import { fillText, isOurAddress } from './write-mail.ts';

const ORIGIN = 'https://merchant.example.test';
const RULES = [
  { name: 'alertId', url: false },
  { name: 'loginUrl', url: true },
];
const codes = (body: string) => parseBody(body, RULES).faults.map(({ code, what }) => `${code} ${what}`);
const flat = (markup: string) => markup.replace(/\s+/g, ' ').replaceAll('> <', '><');
const KINDS = MAIL_KINDS.flatMap((kind) => LOCALES.map((locale) => ({ kind, locale })));

describe('A-232 A-233 A-234 A-235 the built-in texts can be edited as they are', () => {
  it.each(KINDS)('$kind in $locale: has no fault, and says the same when it is read back', ({ kind, locale }) => {
    const text = builtInText(kind, locale);
    const { variables } = rulesOf(kind);
    expect(readText(kind, text).faults).toEqual([]);
    for (const { name } of variables) expect(hasWords(kind, name), name).toBe(true);
    const values = sampleValues(
      kind,
      variables.map(({ name }) => name),
      locale,
      ORIGIN,
    );
    const written = fillText(kind, locale, text, values, ORIGIN);
    const own = renderMail(kind, locale, values);
    expect(flat(written.html)).toBe(flat(own.html));
    expect([written.subject, written.text]).toEqual([own.subject, own.text]);
  });

  it('what a rule is going to answer is said by a text that doesn’t name it too, and nothing in its place where there is none', () => {
    const link = '<a href="{{loginUrl}}">Answer</a> by {{deadline}}';
    const fill = (body: string, plan: string) =>
      fillText('alert.new', 'en', { subject: 'New', body }, { plan, deadline: 'ten', loginUrl: ORIGIN }, ORIGIN).text;
    expect(fill(`<p>${link}</p>`, 'Rule <A> answers')).toBe(`Answer: ${ORIGIN} by ten\n\nRule <A> answers`);
    expect(fill(`<p>{{plan}}</p><p>${link}</p>`, 'Rule <A> answers')).toBe(
      `Rule <A> answers\nAnswer: ${ORIGIN} by ten`,
    );
    expect(fill(`<p>${link}</p>`, '')).toBe(`Answer: ${ORIGIN} by ten`);
    expect(fill(`<p>{{plan}}</p><p>${link}</p>`, '')).toBe(`Answer: ${ORIGIN} by ten`);
  });

  it('A-236 the alert’s texts know the document’s variables', () => {
    const names = rulesOf('alert.new').variables.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['alertId', 'alertTime', 'amount', 'currency', 'riskLevel', 'loginUrl']),
    );
    expect(rulesOf('alert.new')).toMatchObject({ links: ['loginUrl'], said: ['deadline'] });
  });
});

describe('what a text may hold', () => {
  it.each([
    ['<script>x</script>', 'TAG_UNKNOWN script'],
    ['<img src="https://x.test/a.png">', 'TAG_UNKNOWN img'],
    ['<p onclick="x">a</p>', 'ATTRIBUTE onclick'],
    ['<p class="x">a</p>', 'ATTRIBUTE class'],
    ['<a href="javascript:alert(1)">a</a>', 'LINK javascript:alert(1)'],
    ['<a href="https://evil.test/{{loginUrl}}">a</a>', 'LINK https://evil.test/{{loginUrl}}'],
    ['<a href="{{alertId}}">a</a>', 'LINK {{alertId}}'],
    ['<p style="background: url(https://x.test)">a</p>', 'STYLE background: url(https://x.test)'],
    ['<p style="position: fixed">a</p>', 'STYLE position: fixed'],
    ['<p title="{{alertId}}">a</p>', 'VARIABLE_PLACE {{alertId}}'],
    ['<p>{{alertID}}</p>', 'VARIABLE_UNKNOWN alertID'],
    ['<p>{{ alert id }}</p>', 'VARIABLE_FORM {{ alert id }}</p>'],
    ['<p>a', 'TAG_UNCLOSED p'],
    ['<p>a</div></p>', 'TAG_UNOPENED div'],
    ['<!-- a -->', 'TAG_FORM <!-- a -->'],
    ['1 < 2', 'TAG_FORM < 2'],
    ["<p style='color: red'>a</p>", "TAG_FORM <p style='color: red'>a<"],
  ])('A-236 A-238 refuses %s', (body, fault) => {
    expect(codes(body)).toContain(fault);
  });

  it('takes headings, tables, lists, plain styles, and links to us', () => {
    const body =
      '<h2 style="color: #333; margin: 0 auto">A &amp; B & C</h2><ul><li>x</li></ul><br><a href="{{loginUrl}}">go</a> <a href="mailto:a@b.test">m</a>';
    const { tokens, faults } = parseBody(body, RULES);
    expect(faults).toEqual([]);
    expect(
      fillBody(
        tokens,
        () => `${ORIGIN}/a?b=1&c="2"`,
        () => true,
      ),
    ).toBe(
      '<h2 style="color: #333; margin: 0 auto">A &amp; B &amp; C</h2><ul><li>x</li></ul><br><a href="https://merchant.example.test/a?b=1&amp;c=&quot;2&quot;">go</a> <a href="mailto:a@b.test">m</a>',
    );
  });

  it('says where a fault is, in words', () => {
    const body = '<p>ok</p>\n<p>{{typo}}</p>';
    const [fault] = parseBody(body, RULES).faults;
    expect(fault && placeOf(body, fault.at)).toEqual({ line: 2, column: 4 });
    expect(fault && textFaultMessage(fault, 'zh-CN')).toContain('没有变量 {{typo}}');
  });

  it('misses what the reader needs: the link and the deadline', () => {
    const { faults } = readText('alert.new', { subject: 'x', body: '<p>x</p>' });
    expect(faults.map(({ code, what }) => [code, what])).toEqual([
      ['LINK_MISSING', 'loginUrl'],
      ['VARIABLE_MISSING', 'deadline'],
    ]);
  });

  it('A-238 whatever is written and whatever the values: only known tags and attributes come out', () => {
    const piece = fc.constantFrom(
      ...['<p>', '</p>', '<a href="{{loginUrl}}">', '</a>', '{{alertId}}', '<', '>', '"', "'", '&', '&lt;', 'x', '\n'],
      ...[
        '<p style="color:red">',
        '<script>',
        '<p onx="1">',
        '{{',
        '}}',
        '<!--',
        '-->',
        '<p title="a">',
        '/',
        '=',
        '<br>',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.string(), (pieces, value) => {
        const { tokens } = parseBody(pieces.join(''), RULES);
        const out = fillBody(
          tokens,
          () => value,
          () => true,
        );
        for (const tag of out.match(/<[^>]*>?/g) ?? [])
          expect(tag).toMatch(/^<(\/(p|a|br)|(p|a|br)( (href|style|title)="[^"<>]*")*)>$/);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['https://merchant.example.test/alerts/1', true],
    ['forewarn://accept-invitation/x', true],
    ['https://merchant.example.test.evil.test/', false],
    ['javascript:alert(1)', false],
    ['–', false],
  ])('a link goes to an address of ours alone: %s', (url, ours) => {
    expect(isOurAddress(ORIGIN, url)).toBe(ours);
  });
});
