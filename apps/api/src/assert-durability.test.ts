import { describe, expect, it } from 'vitest';
import { unsafeSettings } from './assert-durability.ts';

describe('settings that could lose a confirmed commit', () => {
  it.each([
    [{ flush: 1, binlog: 1, sync: 1 }, 0],
    [{ flush: 1, binlog: 0, sync: 0 }, 0],
    [{ flush: 2, binlog: 0, sync: 0 }, 1],
    [{ flush: 0, binlog: 1, sync: 1 }, 1],
    [{ flush: 1, binlog: 1, sync: 0 }, 1],
    [{ flush: 1, binlog: 1, sync: 1000 }, 1],
    [{ flush: 2, binlog: 1, sync: 0 }, 2],
  ])('%j: %i', (settings, problems) => {
    expect(unsafeSettings(settings)).toHaveLength(problems);
  });
});
