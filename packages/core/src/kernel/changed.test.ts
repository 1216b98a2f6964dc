import { expect, it } from 'vitest';
import { changed } from './changed.ts';
import { maskPhone } from './mask.ts';

const before = {
  name: 'Old',
  phone: '+8613800001111' as string | null,
  since: new Date(0),
  remark: null as string | null,
};

it('C-275 A-061 tells the changed fields alone, from and to', () => {
  const after = { ...before, name: 'New', remark: 'night shift', since: new Date(0) };
  expect(changed(before, after)).toEqual({
    before: { name: 'Old', remark: null },
    after: { name: 'New', remark: 'night shift' },
  });
});

it('a masked field still shows that it changed', () => {
  const after = { phone: '+8613800011111' };
  expect(changed(before, after, { phone: maskPhone })).toEqual({
    before: { phone: '+861****1111' },
    after: { phone: '+861****1111' },
  });
  expect(changed(before, { phone: null }, { phone: maskPhone }).after).toEqual({ phone: null });
});

it('what isn’t named hasn’t changed', () => {
  expect(changed(before, {})).toEqual({ before: {}, after: {} });
});
