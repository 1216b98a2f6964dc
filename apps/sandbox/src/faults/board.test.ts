import { describe, expect, it } from 'vitest';
import { FaultBoard } from './board.ts';

const board = () => new FaultBoard({ a: ['500', 'slow'], smtp: ['500'] });
const modes = (faults: FaultBoard, count: number) => Array.from({ length: count }, () => faults.take('a')?.mode ?? '-');

describe('X-020 which request a fault hits', () => {
  it('hits the next ones asked for, then the next fault in line, then none', () => {
    const faults = board();
    faults.add({ target: 'a', mode: '500', times: 2 });
    faults.add({ target: 'a', mode: 'slow', times: 1 });
    expect(modes(faults, 4)).toEqual(['500', '500', 'slow', '-']);
    expect(faults.list()).toMatchObject([
      { left: 0, hits: 2 },
      { left: 0, hits: 1 },
    ]);
  });

  it('spreads an error rate evenly', () => {
    const faults = board();
    faults.add({ target: 'a', mode: '500', rate: 0.25 });
    expect(modes(faults, 8)).toEqual(['-', '-', '-', '500', '-', '-', '-', '500']);
  });

  it('hits only the recipient asked for, whatever the case', () => {
    const faults = board();
    faults.add({ target: 'smtp', mode: '500', to: 'One@x.test' });
    expect(faults.take('smtp', { recipients: ['two@x.test'] })).toBeUndefined();
    expect(faults.take('smtp', { recipients: ['one@X.test'] })).toMatchObject({ mode: '500' });
  });

  it('names what it knows when target or mode is unknown', () => {
    expect(() => board().add({ target: 'erp', mode: '500' })).toThrow(
      expect.objectContaining({ status: 400, details: { targets: ['a', 'smtp'] } }),
    );
    expect(() => board().add({ target: 'smtp', mode: 'slow' })).toThrow(
      expect.objectContaining({ status: 400, details: { modes: ['500'] } }),
    );
  });
});
