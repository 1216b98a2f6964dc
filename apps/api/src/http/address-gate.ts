import { type ActiveAllowlists, activeAllowlists } from '@forewarn/core/allowlists';
import type { KeyInterface } from '@forewarn/core/allowlists/model';
import { type AddressList, createAddressList } from '@forewarn/core/kernel/address-list';
import type { Caller, Core } from '@forewarn/core/kernel/context';
import { AppError } from '@forewarn/core/kernel/errors';
import type { Operation } from '@forewarn/core/kernel/operation';
import { isUnavailable } from '@forewarn/db';

export interface AddressGate {
  /** Passes, or throws `ADDRESS_NOT_ALLOWED`; `UNAVAILABLE` when the lists can't be read. */
  check(caller: Caller, operation: Operation, input: unknown): Promise<void>;
}

/**
 * Key interfaces only from known addresses (A-305, C-162): whatever staff do, signing in as staff, and what an operation asks for
 * itself. Merchants come from anywhere. `always` is the environment's way back in.
 */
export function createAddressGate(core: Core, always: readonly string[]): AddressGate {
  const exempt = createAddressList(always);
  return {
    async check(caller, operation, input) {
      const wanted = interfacesOf(caller, operation, input);
      if (wanted.length === 0 || exempt.has(caller.ip)) return;
      const lists = await read(core);
      if (wanted.every((name) => passes(lists[name], caller.ip))) return;
      core.log.warn({ ip: caller.ip, operation: operation.name, requestId: caller.requestId }, 'address not allowed');
      throw new AppError('ADDRESS_NOT_ALLOWED', { address: caller.ip });
    },
  };
}

function interfacesOf({ actor }: Caller, { rate, allowlist }: Operation, input: unknown): KeyInterface[] {
  if (actor.kind === 'staff') return allowlist ? ['admin', allowlist] : ['admin'];
  return rate === 'login' && isForStaff(input) ? ['admin'] : [];
}

function isForStaff(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'realm' in input && input.realm === 'staff';
}

function passes(list: AddressList, ip: string): boolean {
  return list.empty || list.has(ip);
}

async function read(core: Core): Promise<ActiveAllowlists> {
  try {
    return await activeAllowlists(core);
  } catch (error) {
    if (isUnavailable(error)) throw new AppError('UNAVAILABLE', undefined, { cause: error });
    throw error;
  }
}
