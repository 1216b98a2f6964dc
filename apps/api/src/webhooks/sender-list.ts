import { activeAllowlists, knownAllowlists } from '@forewarn/core/allowlists';
import { type AddressList, createAddressList } from '@forewarn/core/kernel/address-list';
import type { Core } from '@forewarn/core/kernel/context';
import { within } from './within.ts';

export interface SenderList {
  /** `unknown`: the lists have never been read and can't be now. */
  judge(address: string): Promise<'allowed' | 'refused' | 'unknown'>;
}

/** A database that hangs must not hold up the answer. */
const PATIENCE = 500;

/**
 * Who may push: what the environment allows and what system admins have added; everybody while both are empty. While the database is
 * away the list last read counts.
 */
export function createSenderList(core: Core, fromEnvironment: readonly string[]): SenderList {
  const fixed = createAddressList(fromEnvironment);
  let known: AddressList | undefined;
  return {
    async judge(address) {
      if (fixed.has(address)) return 'allowed';
      try {
        const lists = knownAllowlists(core) ?? (await within(activeAllowlists(core), PATIENCE));
        known = lists.webhooks;
      } catch (error) {
        core.log.warn({ err: error }, 'the list of senders could not be read');
      }
      if (!known) return 'unknown';
      return (fixed.empty && known.empty) || known.has(address) ? 'allowed' : 'refused';
    },
  };
}
