import { query } from '../kernel/operation.ts';
import { toPage } from '../kernel/page.ts';
import { StaffListInput, StaffPage } from './model.ts';
import { staffPage } from './store.ts';

export const listStaff = query('staff.list', {
  permission: 'staff:view',
  summary: 'Lists the operator’s people, newest first; `keyword` is part of a name or address.',
  input: StaffListInput,
  output: StaffPage,
}).run(async (ctx, input) => {
  const { total, records } = await staffPage(ctx, input);
  return toPage(input, total, records);
});
