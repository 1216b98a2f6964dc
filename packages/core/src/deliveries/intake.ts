export interface Intake<Row> {
  /** Resolves once the row is durably stored; rejects when it can't be said that it is. */
  accept(row: Row): Promise<Stored>;
  /** Rows waiting or in flight. */
  readonly depth: number;
}

export interface Stored {
  /** The identical delivery was known already. */
  duplicate: boolean;
}

export interface IntakeOptions<Row> {
  /** Stores all rows in one statement and one commit; answers in their order. */
  insert(rows: Row[]): Promise<Stored[]>;
  /** Statements in flight at the same time. */
  lanes?: number;
  /** Rows a statement. */
  batch?: number;
  /** What a row weighs in its statement, and how much a statement may: the server refuses packets that are too large. */
  sizeOf?(row: Row): number;
  batchBytes?: number;
  /** Above this the intake refuses at once, so that a slow database makes callers retry instead of filling the memory. */
  capacity?: number;
  /** Nobody waits longer than this (ms): then it counts as not stored, though it may still be. */
  longest?: number;
}

export class IntakeFull extends Error {
  override readonly name = 'IntakeFull';
}

/** The store took too long; the row may or may not be there. */
export class IntakeTimeout extends Error {
  override readonly name = 'IntakeTimeout';
}

interface Waiting<Row> {
  row: Row;
  since: number;
  resolve(stored: Stored): void;
  reject(error: unknown): void;
}

/**
 * Group commit: rows that arrive while the lanes are busy share the next multi-row insert and its one commit; each caller still waits
 * for the durability of its own row. Nobody waits for company: a free lane starts at once, so a lone request costs one plain insert.
 */
export function createIntake<Row>({
  insert,
  lanes = 2,
  batch = 200,
  sizeOf = () => 0,
  batchBytes = 4 * 1024 * 1024,
  capacity = 5000,
  longest = 2000,
}: IntakeOptions<Row>): Intake<Row> {
  const queue: Waiting<Row>[] = [];
  const flying = new Set<Waiting<Row>[]>();
  let inFlight = 0;
  let scheduled = false;
  let sweeping = false;

  /** How many rows go next: at least one, else as many as the limits allow. */
  function nextGroup(): number {
    let bytes = 0;
    let count = 0;
    for (const { row } of queue) {
      bytes += sizeOf(row);
      if (count > 0 && (count >= batch || bytes > batchBytes)) break;
      count += 1;
    }
    return count;
  }

  async function flush(): Promise<void> {
    const group = queue.splice(0, nextGroup());
    flying.add(group);
    inFlight += group.length;
    try {
      const stored = await insert(group.map(({ row }) => row));
      for (const [index, waiting] of group.entries()) {
        const answer = stored[index];
        if (answer) waiting.resolve(answer);
        else waiting.reject(new Error('insert answered for fewer rows than it was given'));
      }
    } catch (error) {
      for (const waiting of group) waiting.reject(error);
    } finally {
      flying.delete(group);
      inFlight -= group.length;
      schedule();
    }
  }

  /** One turn of the event loop later, so that requests read from the sockets in the same turn go together. */
  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      while (flying.size < lanes && queue.length > 0) void flush();
    });
  }

  /** One timer for all instead of one for each: gives up on rows that have waited too long, also those a hung statement holds. */
  function sweep(): void {
    sweeping = false;
    const oldest = performance.now() - longest;
    while (queue[0] && queue[0].since < oldest)
      queue.shift()?.reject(new IntakeTimeout('the store did not answer in time'));
    for (const group of flying) {
      for (const waiting of group)
        if (waiting.since < oldest) waiting.reject(new IntakeTimeout('the store did not answer in time'));
    }
    if (queue.length + inFlight > 0) sweepLater();
  }

  function sweepLater(): void {
    if (sweeping) return;
    sweeping = true;
    setTimeout(sweep, longest / 8);
  }

  return {
    get depth() {
      return queue.length + inFlight;
    },
    accept(row) {
      if (queue.length + inFlight >= capacity) return Promise.reject(new IntakeFull('intake is full'));
      sweepLater();
      return new Promise((resolve, reject) => {
        queue.push({ row, since: performance.now(), resolve, reject });
        schedule();
      });
    },
  };
}
