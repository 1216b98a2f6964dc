import type { Operation } from '@forewarn/core/kernel/operation';
import { type JsonSchema, jsonSchema, membersOf } from '../rest/json-schema.ts';
import { fullPaths, type Method } from '../rest/table.ts';
import { v1 } from '../rest/v1.ts';
import { operationsOf } from '../trpc/operations-of.ts';
import { appRouter } from '../trpc/router.ts';

/** One way in: a REST route (each of its paths) or a tRPC procedure. Generated, so that what is added later is attacked too. */
export interface Entry {
  /** `PUT /api/v1/alerts/{id}/process`, `tRPC alerts.process` */
  title: string;
  operation: Operation;
  /** The names of what can be filled in, parameters of the path included. */
  fields: readonly string[];
  /** Whose rights it takes to get past the door. */
  by: 'nobody' | 'merchant' | 'staff';
  takesFile: boolean;
  /** The request that carries these values. */
  request(values: Record<string, unknown>): { method: string; path: string; body?: unknown };
}

const isStaffs = (name: string) => /(^|\/)admin[./]/.test(name);

function byOf(operation: Operation, staffs: boolean): Entry['by'] {
  if (operation.permission === 'public') return 'nobody';
  return staffs ? 'staff' : 'merchant';
}

function fieldsOf(operation: Operation): string[] {
  return membersOf(jsonSchema(operation.input, 'input')).map(({ name }) => name);
}

function viaRest(method: Method, path: string, values: Record<string, unknown>) {
  const rest = { ...values };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  if (method !== 'get') return { method: method.toUpperCase(), path: filled, body: rest };
  const query = new URLSearchParams(
    Object.entries(rest).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return { method: 'GET', path: query.size > 0 ? `${filled}?${query}` : filled };
}

export function restEntries(): Entry[] {
  return v1.flatMap((route) =>
    fullPaths(route).map((path) => ({
      title: `${route.method.toUpperCase()} ${path}`,
      operation: route.operation,
      fields: [
        ...new Set([...fieldsOf(route.operation), ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')]),
      ],
      by: byOf(route.operation, isStaffs(path)),
      takesFile: route.takesFile !== undefined,
      request: (values) => viaRest(route.method, path, values),
    })),
  );
}

export function trpcEntries(): Entry[] {
  return operationsOf(appRouter).map(([name, operation]) => {
    const path = `/api/trpc/${name}`;
    return {
      title: `tRPC ${name}`,
      operation,
      fields: fieldsOf(operation),
      by: byOf(operation, isStaffs(name)),
      takesFile: false,
      request: (values) =>
        operation.kind === 'query'
          ? { method: 'GET', path: `${path}?input=${encodeURIComponent(JSON.stringify(values))}` }
          : { method: 'POST', path, body: values },
    };
  });
}

export const everyEntry = (): Entry[] => [...restEntries(), ...trpcEntries()];

/** What can't be told from a schema, by the names that mean the same everywhere. */
const KNOWN: Record<string, unknown> = {
  email: 'someone@example.test',
  phone: '+8613800138000',
  cardBin: '411111',
  timeZone: 'Asia/Shanghai',
  password: 'Attack-passw0rd',
  newPassword: 'Attack-passw0rd',
  passphrase: 'attack passphrase',
  code: '123456',
  role: 'SALES',
  roles: ['SALES'],
  businessFrom: 8,
  businessTo: 20,
  webhook: 'http://127.0.0.1:9/cgi-bin/webhook/send?key=0a1b2c3d4e',
  retentionDays: 400,
};

const SOME_ID = { id: '018f3f2e-0000-7000-8000-000000000000' };

/** A rule whose parts fit together. */
const RULE = { conditions: { currency: 'USD', maxAmount: 10 }, mode: 'SUGGEST', action: 'IGNORE', dailySum: 100 };

/** Where a name means something else. */
const KNOWN_TO: Record<string, Record<string, unknown>> = {
  'cards.imports.get': SOME_ID,
  'cards.imports.rows': SOME_ID,
  'cards.imports.problems': SOME_ID,
  'cards.imports.map': SOME_ID,
  'cards.imports.editRow': SOME_ID,
  'cards.imports.run': SOME_ID,
  'cards.imports.undo': SOME_ID,
  'cards.imports.remove': SOME_ID,
  'alerts.exports.cancel': SOME_ID,
  'alerts.exports.remove': SOME_ID,
  'alerts.exports.repeat': SOME_ID,
  'alerts.exports.download': SOME_ID,
  'alerts.snippets.remove': SOME_ID,
  'auth.sessions.end': { id: '018f3f2e-0000-7000-8000-000000000000' },
  'sessions.end': { id: '018f3f2e-0000-7000-8000-000000000000' },
  'staff.readInvitation': { code: 'A'.repeat(43) },
  'staff.acceptInvitation': { code: 'A'.repeat(43) },
  'roles.create': { code: 'ATTACKED' },
  'roles.update': { code: 'SALES' },
  'roles.reset': { code: 'SALES' },
  'roles.remove': { code: 'SALES' },
  'notifications.updateSettings': { window: { start: '08:00', end: '22:00' } },
  'channels.add': { vendor: 'WECOM', secret: '' },
  'rules.create': RULE,
  'rules.update': RULE,
  'rules.preview': { conditions: RULE.conditions },
  'channels.update': { secret: '' },
  'colleagues.invite': { role: 'VIEWER' },
  'colleagues.changeRole': { role: 'VIEWER' },
};

/** Values that the operation's schema takes, as far as it can be told from the schema; `known` fills in by name. */
export function sampleInput(operation: Operation, known: Record<string, unknown> = {}): Record<string, unknown> {
  const members = membersOf(jsonSchema(operation.input, 'input'));
  const here = KNOWN_TO[operation.name] ?? {};
  return Object.fromEntries(
    members.map(({ name, schema }) => [name, here[name] ?? known[name] ?? KNOWN[name] ?? sample(schema)]),
  );
}

const BY_FORMAT: Record<string, string> = {
  email: 'someone@example.test',
  'date-time': '2026-11-22T03:00:00Z',
  uuid: '018f3f2e-0000-7000-8000-000000000000',
};

function sample(schema: JsonSchema): unknown {
  const variants = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (Array.isArray(variants))
    return sample(
      variants.find((one) => one?.type === 'boolean') ?? variants.find((one) => one?.type !== 'null') ?? {},
    );
  if (Array.isArray(schema.enum)) return schema.enum[0];
  switch (schema.type) {
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return typeof schema.minimum === 'number' ? Math.max(schema.minimum, 1) : 1;
    case 'array':
      return typeof schema.items === 'object' && schema.items !== null ? [sample({ ...schema.items })] : [];
    case 'object':
      return Object.fromEntries(membersOf(schema).map(({ name, schema: member }) => [name, sample(member)]));
    default:
      return (
        BY_FORMAT[String(schema.format)] ?? 'a'.repeat(typeof schema.minLength === 'number' ? schema.minLength : 3)
      );
  }
}
