import { describe, expect, it } from 'vitest';
import { splitBatch, totalsOf } from './batch-split.ts';

const PLAIN = { program: 'ETHOCA', processStatus: 'PENDING', holdReason: null, matchStatus: 'MATCHED' } as const;

describe('A-364 what a batch takes', () => {
  it('leaves out what needs no answer, has one, or is being checked, and says how many of each', () => {
    const { ready, out } = splitBatch([
      PLAIN,
      { ...PLAIN, program: 'RDR' },
      { ...PLAIN, processStatus: 'PROCESSED' },
      { ...PLAIN, processStatus: 'IGNORED' },
      { ...PLAIN, matchStatus: 'UNMATCHED' },
      { ...PLAIN, holdReason: 'MERCHANT_PENDING' },
    ]);
    expect(ready).toEqual([PLAIN]);
    expect(Object.fromEntries(out)).toEqual({ rdr: 1, answered: 2, held: 2 });
  });

  it('adds up each currency by itself and without floats', () => {
    expect(
      totalsOf([
        { amount: 0.1, currency: 'USD' },
        { amount: 5000, currency: 'JPY' },
        { amount: 0.2, currency: 'USD' },
      ]),
    ).toEqual([
      { currency: 'JPY', amount: 5000 },
      { currency: 'USD', amount: 0.3 },
    ]);
  });
});
