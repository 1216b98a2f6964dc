import type { Operation } from '@forewarn/core/kernel/operation';
import { fullPaths, type Route } from './rest/table.ts';
import { v1 } from './rest/v1.ts';
import { appRouter } from './trpc/router.ts';

export interface Procedure {
  /** `admin.merchants.get` */
  path: string;
  operation: Operation;
}

/** Every procedure of the tRPC door with the operation behind it. */
export function procedures(): Procedure[] {
  return Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
    const operation = operationOf(procedure);
    if (!operation) throw new Error(`${path} was not made by expose()`);
    return { path, operation };
  });
}

function operationOf(procedure: object): Operation | undefined {
  const { meta } = (procedure as { _def: { meta?: { operation?: Operation } } })._def;
  return meta?.operation;
}

export interface OfferedOperation {
  operation: Operation;
  /** `tRPC auth.me`, `GET /api/v1/auth/me` */
  doors: string[];
}

/** Every operation that can be called from outside, by name, with the doors that lead to it. */
export function operations(): OfferedOperation[] {
  const found = new Map<string, OfferedOperation>();
  const add = (operation: Operation, door: string) => {
    const known = found.get(operation.name);
    if (known) known.doors.push(door);
    else found.set(operation.name, { operation, doors: [door] });
  };
  for (const { path, operation } of procedures()) add(operation, `tRPC ${path}`);
  for (const route of v1) for (const path of fullPaths(route)) add(route.operation, restDoor(route, path));
  return [...found.values()].toSorted((a, b) => a.operation.name.localeCompare(b.operation.name));
}

function restDoor(route: Route, path: string): string {
  return `${route.method.toUpperCase()} ${path}`;
}
