import { query } from '../kernel/operation.ts';
import { iso } from '../kernel/time.ts';
import { InterfaceCallListInput, InterfaceCallPage } from './model.ts';
import { callPage } from './store.ts';

/** by time and by interface, newest first. */
export const listInterfaceCalls = query('interfaceCalls.list', {
  permission: 'apilog:view',
  summary: 'Lists calls to and from the alert provider, newest first.',
  input: InterfaceCallListInput,
  output: InterfaceCallPage,
}).run(async (ctx, input) => {
  const page = await callPage(ctx, input);
  return { ...page, records: page.records.map(({ atTime, ...row }) => ({ ...row, at: iso(atTime) })) };
});
