const MB = 1024 * 1024;

/** what one file may cost, whatever it claims. An honest table of 5,000 lines needs a tenth of it. */
export const LIMITS = {
  zipEntries: 200,
  /** Bytes of everything that is read, unpacked. */
  unpacked: 20 * MB,
  /** Characters of all cells together: one long text may stand behind thousands of cells. */
  text: 10_000_000,
  /** Characters of a cell; what is longer is cut, and no field takes that much anyway. */
  cell: 1000,
  milliseconds: 5000,
  heapMb: 256,
  /** Files that wait for their turn. */
  waiting: 8,
};
