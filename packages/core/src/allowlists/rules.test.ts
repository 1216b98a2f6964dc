import { describe, expect, it } from 'vitest';
import { isAddressRange } from './model.ts';
import { changed, EVERYBODY, lockedOut, wrongRanges } from './rules.ts';

describe('A-305, C-162 what may stand on a list', () => {
  it.each(['203.0.113.7', '10.0.0.0/8', '0.0.0.0/0', '2001:db8::1', '2001:db8::/32', '::/0', '::1'])('%s', (range) => {
    expect(isAddressRange(range)).toBe(true);
  });

  it.each([
    '',
    '10.0.0',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '256.1.1.1',
    '2001:db8::/129',
    'example.com',
    '10.0.0.1, 10.0.0.2',
    '10.0.0.1\n',
    "10.0.0.1' OR 1=1",
  ])('not %j', (range) => {
    expect(isAddressRange(range)).toBe(false);
  });

  it('the error names the entry, in the reader’s language', () => {
    const update = { admin: ['10.0.0.0/8', '10.0.0.0/99'], webhooks: ['nowhere'] };
    expect(wrongRanges(update, 'en').map(({ path, message }) => [path, message.slice(0, 30)])).toEqual([
      ['admin.1', '"10.0.0.0/99" is not an IPv4 o'],
      ['webhooks.0', '"nowhere" is not an IPv4 or IP'],
    ]);
    expect(wrongRanges(update, 'zh-CN')[0]?.message).toContain('“10.0.0.0/99” 不是有效的');
  });
});

describe('C-162 a change', () => {
  it('replaces what is sent, drops doubles and leaves the rest', () => {
    const former = { ...EVERYBODY, admin: ['10.0.0.0/8'], webhooks: ['192.0.2.1'] };
    expect(changed(former, { admin: ['2001:DB8::/32', '2001:db8::/32'], export: [] })).toEqual({
      admin: ['2001:db8::/32'],
      credentials: [],
      export: [],
      webhooks: ['192.0.2.1'],
    });
  });

  it.each([
    ['admin', ['10.0.0.0/8'], ['admin']],
    ['credentials', ['10.0.0.0/8'], ['credentials']],
    ['export', ['2001:db8::/32'], ['export']],
    ['webhooks', ['10.0.0.0/8'], []],
    ['admin', ['192.0.2.0/24'], []],
    ['admin', ['10.0.0.0/8', '192.0.2.7'], []],
    ['admin', [], []],
  ] as const)('%s: %j keeps out of %j', (name, ranges, out) => {
    const update = { [name]: [...ranges] };
    expect(lockedOut(update, changed(EVERYBODY, update), '192.0.2.7')).toEqual(out);
  });

  it('of another list isn’t refused because of one that is unchanged', () => {
    const former = { ...EVERYBODY, credentials: ['10.0.0.0/8'] };
    const update = { webhooks: ['198.51.100.1'] };
    expect(lockedOut(update, changed(former, update), '192.0.2.7')).toEqual([]);
  });
});
