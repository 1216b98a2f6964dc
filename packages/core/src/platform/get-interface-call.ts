import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { iso } from '../kernel/time.ts';
import { InterfaceCallDetail, RecordId } from './model.ts';
import { callById } from './store.ts';

export const getInterfaceCall = query('interfaceCalls.get', {
  permission: 'apilog:view',
  summary: 'Shows one call with its redacted request and response.',
  input: RecordId,
  output: InterfaceCallDetail,
}).run(async (ctx, { id }) => {
  const row = await callById(ctx, id);
  if (!row) throw appError('NOT_FOUND');
  const { atTime, ...rest } = row;
  return { ...rest, at: iso(atTime) };
});
