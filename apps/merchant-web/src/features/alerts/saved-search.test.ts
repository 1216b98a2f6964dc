import { ViewSearch } from '@forewarn/core/alert-views/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AlertSearch } from './list-search.ts';
import { defaultSearch, fromSaved, isAsSaved, toSaved } from './saved-search.ts';
import { anySearch } from './search.fixtures.ts';

test('A-139 a saved view opens as the list it was saved from, on its first page', () => {
  fc.assert(
    fc.property(anySearch, (search) => {
      const kept = toSaved(search);
      expect(ViewSearch.safeParse(kept).success).toBe(true);
      expect(fromSaved({ id: 3, search: kept })).toEqual({ ...search, page: 1, saved: 3 });
      expect(isAsSaved({ ...search, page: 9, saved: 3 }, kept)).toBe(true);
      expect(isAsSaved({ ...search, q: `${search.q}x` }, kept)).toBe(false);
    }),
  );
});

test('a view of an older page keeps what is still known and drops the rest', () => {
  const old = {
    view: 'archived',
    risk: 'SEVERE',
    program: 'RDR',
    colour: 'red',
    min: 'many',
    size: '25',
    sort: 'luck',
  };
  expect(fromSaved({ id: 1, search: old })).toEqual({ ...AlertSearch.parse({ program: 'RDR' }), saved: 1 });
});

test('whatever is kept, the page opens', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (search) => {
      const { id, ...opened } = { id: 1, ...fromSaved({ id: 1, search }) };
      expect(AlertSearch.parse(opened)).toEqual(opened);
    }),
  );
});

test('the app opens with the default view, or with the plain list', () => {
  const views = [
    { id: 1, search: { risk: 'LOW' }, isDefault: false },
    { id: 2, search: { risk: 'HIGH' }, isDefault: true },
  ];
  expect(defaultSearch(views)).toMatchObject({ risk: 'HIGH', saved: 2 });
  expect(defaultSearch(views.slice(0, 1))).toEqual({});
});
