import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { StaffId, StaffMember } from './model.ts';
import { findMember } from './store.ts';

export const getStaff = query('staff.get', {
  permission: 'staff:view',
  summary: 'Shows one of the operator’s people.',
  input: StaffId,
  output: StaffMember,
}).run(async (ctx, { id }) => {
  const member = await findMember(ctx, id);
  if (!member) throw appError('STAFF_NOT_FOUND');
  return member;
});
