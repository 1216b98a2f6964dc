import { randomBytes } from 'node:crypto';
import { rowPlace, sheetPlace } from '@forewarn/core/card-imports';
import { IMPORT_FIELDS } from '@forewarn/core/card-imports/model';
import { buildAlert, buildCard, unique } from '@forewarn/core/testing';
import type { TestSystem } from '../testing/index.ts';
import { fixed, type Make, row } from './made.fixtures.ts';
import { MARK, type Target } from './world.fixtures.ts';

const cardOf = async ({ core }: TestSystem, { merchantId }: Target, status: 'DRAFT' | 'FAILED' | 'REGISTERED') =>
  row({ id: (await buildCard(core.db, { merchantId, status, descriptor: `${MARK} ${unique().toUpperCase()}` })).id });
const cardsOf = async (system: TestSystem, target: Target, status: 'FAILED' | 'REGISTERED') => {
  const { input } = await cardOf(system, target, status);
  return { input: { ids: [Number(input.id)] } };
};
const importOf: Make = async ({ core }, { merchantId }) => {
  const { cipher } = core.ports;
  const id = crypto.randomUUID();
  const at = core.now();
  await core.db
    .insertInto('cardImports')
    .values({
      id,
      merchantId,
      fileName: `${MARK}.csv`,
      sha256: randomBytes(32),
      headerSha256: randomBytes(32),
      sheetEnc: cipher.seal(JSON.stringify({ headers: [MARK, 'bin'], samples: [] }), sheetPlace(id)),
      mapping: JSON.stringify({
        ...Object.fromEntries(IMPORT_FIELDS.map((field) => [field, null])),
        descriptor: 0,
        cardBin: 1,
      }),
      defaultEmail: 'somebody@example.test',
      totalRows: 1,
      readyRows: 1,
      createdBy: 'test',
      createdName: MARK,
      createdTime: at,
      touchedTime: at,
    })
    .execute();
  const cells = { cells: [`${MARK} ${unique()}`, '411111'], fixes: {} };
  await core.db
    .insertInto('cardImportRows')
    .values({
      importId: id,
      line: 2,
      cellsEnc: cipher.seal(JSON.stringify(cells), rowPlace(id, 2)),
      verdict: 'READY',
      faults: '[]',
    })
    .execute();
  return row({ id });
};

/** Cards, their imports and their descriptors. */
export const CARD_INPUTS: Readonly<Record<string, Make>> = {
  'cards.list': (_system, { merchantId }) => ({ input: { merchantId } }),
  'cards.create': (_system, { merchantId }) => ({
    input: {
      merchantId,
      descriptor: `NEW ${unique().toUpperCase()}`,
      cardBin: '411111',
      notifyEmail: 'somebody@example.test',
    },
  }),
  'cards.update': async (system, target) => {
    const { input } = await cardOf(system, target, 'FAILED');
    return row({ ...input, remark: 'x' });
  },
  'cards.remove': (system, target) => cardOf(system, target, 'REGISTERED'),
  'cards.register': (system, target) => cardOf(system, target, 'FAILED'),
  // Every card has a result of its own; the call itself is answered with 200 whoever's they are.
  'cards.registerMany': (system, target) => cardsOf(system, target, 'FAILED'),
  'cards.removeMany': (system, target) => cardsOf(system, target, 'REGISTERED'),
  'cards.saveDraft': (system, target) => cardOf(system, target, 'DRAFT'),
  'cards.imports.template': fixed({ format: 'csv' }),
  'cards.imports.upload': () => {
    const form = new FormData();
    form.append('file', new Blob([`descriptor,bin\nNEW ${unique()},411111\n`]), 'cards.csv');
    return { input: {}, form };
  },
  'cards.imports.get': importOf,
  'cards.imports.rows': importOf,
  'cards.imports.problems': importOf,
  'cards.imports.map': importOf,
  'cards.imports.editRow': async (system, target) => {
    const { input } = await importOf(system, target);
    return row({ ...input, line: 2, values: { remark: 'x' } });
  },
  'cards.imports.run': importOf,
  'cards.imports.undo': importOf,
  'cards.imports.remove': importOf,
  'cards.lint': (_system, { merchantId }) => ({ input: { descriptor: `${MARK} SHOP`, merchantId } }),
  'descriptors.gaps': (_system, { merchantId }) => ({ input: { merchantId } }),
  'descriptors.silent': (_system, { merchantId }) => ({ input: { merchantId } }),
  'descriptors.dismiss': (_system, { merchantId }) => ({ input: { descriptor: 'SOME SHOP', merchantId } }),
  'descriptors.enrol': async ({ core }, { merchantId }) => {
    const descriptor = `${MARK} ${unique().toUpperCase()}`;
    const { id } = await buildAlert(core.db, { merchantId, descriptor, cardBin: '411111', matchTier: 'MANUAL' });
    return row({ alertId: id });
  },
};
