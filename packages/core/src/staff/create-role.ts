import { z } from 'zod';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { NewRole } from './model.ts';
import { lockRole, writeRole } from './role-store.ts';

/** Errors: `NAME_TAKEN` (the code is in use). */
export const createRole = command('roles.create', {
  permission: 'role:manage',
  summary: 'Adds a role of the operator’s own.',
  input: NewRole,
  output: z.object({ code: z.string() }),
}).run(async (ctx, { code, name, grants, requireTotp }) => {
  if (await lockRole(ctx, code)) throw appError('NAME_TAKEN');
  await writeRole(ctx, { code, name, grants, requireTotp, version: 0 });
  ctx.audit({ targetType: 'role', targetId: code, detail: { new: { name, grants, requireTotp } } });
  return { code };
});
