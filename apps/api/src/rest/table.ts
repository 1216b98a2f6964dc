import type { Operation } from '@forewarn/core/kernel/operation';
import type { z } from 'zod';
import type { UploadRules } from './read-file.ts';

export const METHODS = ['get', 'post', 'put', 'delete'] as const;
export type Method = (typeof METHODS)[number];

export interface RouteOptions {
  /** Groups the readable docs. */
  tag: string;
  /** Other full paths that mean the same. */
  aliases?: readonly string[];
  /** What the call does to the session's cookie. */
  session?: 'open' | 'renew' | 'close';
  /** The body is a file in a form, not JSON. */
  takesFile?: UploadRules;
  /** The answer is the file itself, without the envelope: the content types it may have. */
  givesFile?: readonly string[];
  /** What REST answers where that differs from the operation's own output. */
  output?: z.ZodType;
}

export interface Route extends RouteOptions {
  method: Method;
  /** Below `/api/v1`, parameters in braces: `/alerts/{id}/process`. */
  path: string;
  operation: Operation;
}

export const BASE = '/api/v1';

/** `rest.put('/alerts/{id}/process', processAlert, { tag: 'Alerts' })` */
export function createTable() {
  const routes: Route[] = [];
  const add = (method: Method) => (path: string, operation: Operation, options: RouteOptions) => {
    if ((operation.kind === 'query') !== (method === 'get')) throw new Error(`${operation.name} can't be a ${method}`);
    routes.push({ method, path, operation, ...options });
  };
  return { routes, get: add('get'), post: add('post'), put: add('put'), delete: add('delete') };
}

export function fullPaths({ path, aliases = [] }: Route): string[] {
  return [`${BASE}${path}`, ...aliases];
}
