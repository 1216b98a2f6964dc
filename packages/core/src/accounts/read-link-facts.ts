import { appError } from '../kernel/errors.ts';
import { effect } from '../kernel/operation.ts';
import { readLink } from './links.ts';
import { LinkFacts, LinkInput } from './model.ts';
import { findPerson } from './person-store.ts';

/**
 * What a page shows before its form; uses nothing up. An `effect` and so a POST: the token must not stand in an address that servers log.
 * Errors: `LINK_INVALID`, `LINK_USED`, `LINK_EXPIRED`.
 */
export const readLinkFacts = effect('auth.link', {
  permission: 'public',
  summary: 'Shows whom a mailed link is for, without using it up.',
  input: LinkInput,
  output: LinkFacts,
  secret: ['token'],
}).run(async (ctx, { token, purpose }) => {
  const { realm, subjectId, data } = await readLink(ctx, token, purpose);
  const person = await findPerson(ctx, realm, subjectId);
  if (!person) throw appError('LINK_INVALID');
  const { email, name } = person;
  const merchant = person.realm === 'merchant' ? person : undefined;
  return {
    realm,
    email,
    name: purpose === 'INVITE' && name === email ? '' : name,
    companyName: merchant?.companyName ?? null,
    role: purpose === 'INVITE' && merchant ? merchant.role : null,
    newEmail: data.email ?? null,
  };
});
