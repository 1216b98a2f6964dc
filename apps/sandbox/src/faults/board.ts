import { ControlError } from '../control-error.ts';
import { type Fault, type FaultMode, FaultOrder } from './model.ts';

/** Fault targets and the modes each one understands. */
export type FaultTargets = Readonly<Record<string, readonly FaultMode[]>>;

interface Filter {
  modes?: readonly FaultMode[];
  recipients?: readonly string[];
}

/** The faults waiting to happen. A request asks `take` and gets the oldest fault that applies to it, if any. */
export class FaultBoard {
  readonly targets: FaultTargets;
  #faults: Fault[] = [];
  #lastId = 0;

  constructor(targets: FaultTargets) {
    this.targets = targets;
  }

  add(input: FaultOrder): Fault {
    const order = FaultOrder.parse(input);
    const modes = this.targets[order.target];
    if (!modes) {
      throw new ControlError(400, `Unknown fault target "${order.target}".`, { targets: Object.keys(this.targets) });
    }
    const mode = modes.find((known) => known === order.mode);
    if (!mode) throw new ControlError(400, `Unknown mode "${order.mode}" for ${order.target}.`, { modes });
    const fault: Fault = { ...order, mode, id: ++this.#lastId, left: order.times ?? null, seen: 0, hits: 0 };
    this.#faults.push(fault);
    return fault;
  }

  /** The fault that hits this request; its count goes down. Used-up faults stay listed until they are deleted. */
  take(target: string, filter: Filter = {}): Fault | undefined {
    return this.#faults.find((fault) => applies(fault, target, filter) && hits(fault));
  }

  list(): readonly Fault[] {
    return this.#faults;
  }

  active(): readonly Fault[] {
    return this.#faults.filter((fault) => fault.left !== 0);
  }

  clear(target?: string): void {
    this.#faults = target ? this.#faults.filter((fault) => fault.target !== target) : [];
  }
}

function applies(fault: Fault, target: string, { modes, recipients }: Filter): boolean {
  if (fault.target !== target || fault.left === 0) return false;
  if (modes && !modes.includes(fault.mode)) return false;
  const wanted = fault.to?.toLowerCase();
  return !wanted || !recipients || recipients.some((address) => address.toLowerCase() === wanted);
}

function hits(fault: Fault): boolean {
  fault.seen += 1;
  const rate = fault.rate ?? 1;
  if (Math.floor(fault.seen * rate) === Math.floor((fault.seen - 1) * rate)) return false;
  fault.hits += 1;
  if (fault.left !== null) fault.left -= 1;
  return true;
}
