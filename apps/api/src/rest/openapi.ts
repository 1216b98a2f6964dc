import { ERRORS } from '@forewarn/core/kernel/errors';
import { z } from 'zod';
import { type JsonSchema, jsonSchema, membersOf, without } from './json-schema.ts';
import { fullPaths, type Route } from './table.ts';
import { v1 } from './v1.ts';
import { webhookPaths } from './webhook-docs.ts';

const ErrorEnvelope = z.object({
  code: z.number().int().describe('The five-digit code; its first three digits are the HTTP status.'),
  message: z.string().describe('What happened and what to do, in the language of Accept-Language.'),
  data: z.null(),
  timestamp: z.number().int(),
  requestId: z.string(),
  error: z
    .string()
    .describe('The stable name of the error.')
    .meta({ enum: Object.keys(ERRORS) }),
  details: z.record(z.string(), z.unknown()).optional(),
});

/** The OpenAPI 3.0 document: the route table and the operations' own schemas (no second description), and the webhooks' contract. */
export function buildOpenApi(routes: readonly Route[] = v1) {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of routes) {
    for (const [index, path] of fullPaths(route).entries()) {
      paths[path] = { ...paths[path], [route.method]: describe(route, index) };
    }
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'Forewarn API',
      version: '1.0.0',
      description:
        'Chargeback alerts: what to watch, what came, what was answered. Every answer is an envelope ' +
        '`{code, message, data, timestamp, requestId}`; `code` is 200, or the five-digit code of the error. ' +
        'Whatever changes something takes an `Idempotency-Key`.',
    },
    servers: [{ url: '/' }],
    tags: [...new Set([...routes.map(({ tag }) => tag), 'Webhooks'])].map((name) => ({ name })),
    paths: { ...paths, ...webhookPaths() },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Error: jsonSchema(ErrorEnvelope, 'output') },
      responses: {
        Error: {
          description: 'Refused or failed; see `error` and `message`.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
        },
      },
    },
  };
}

/** `alias`: 0 for the canonical path, else its position; operation ids must differ. */
function describe(route: Route, alias: number): JsonSchema {
  const { operation, tag, path } = route;
  const input = jsonSchema(operation.input, 'input');
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const parameters = parametersOf(route, input, inPath);
  return {
    operationId: alias === 0 ? operation.name : `${operation.name}.alias${alias}`,
    summary: operation.summary,
    tags: [tag],
    security: operation.permission === 'public' ? [] : [{ bearer: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...bodyOf(route, without(input, inPath)),
    responses: {
      200: route.givesFile
        ? fileOf(route.givesFile)
        : { description: 'Done', content: { 'application/json': { schema: envelope(route) } } },
      default: { $ref: '#/components/responses/Error' },
    },
  };
}

const BINARY = { type: 'string', format: 'binary' };
function fileOf(types: readonly string[]): JsonSchema {
  return {
    description: 'The file, as an attachment',
    content: Object.fromEntries(types.map((type) => [type, { schema: BINARY }])),
  };
}

function bodyOf({ method, takesFile }: Route, schema: JsonSchema): JsonSchema {
  if (takesFile) {
    const form = { type: 'object', required: ['file'], properties: { file: BINARY } };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: form } } } };
  }
  if (method === 'get' || membersOf(schema).length === 0) return {};
  return { requestBody: { required: 'required' in schema, content: { 'application/json': { schema } } } };
}

function parametersOf({ method, operation }: Route, input: JsonSchema, inPath: readonly string[]): JsonSchema[] {
  const named = membersOf(input);
  const path = named.filter(({ name }) => inPath.includes(name)).map((one) => ({ ...one, in: 'path', required: true }));
  const query =
    method === 'get' ? named.filter(({ name }) => !inPath.includes(name)).map((one) => ({ ...one, in: 'query' })) : [];
  const key = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 100 } };
  return [...path, ...query, ...(operation.kind === 'command' ? [key] : [])];
}

function envelope({ operation, output }: Route): JsonSchema {
  return {
    type: 'object',
    required: ['code', 'message', 'data', 'timestamp', 'requestId'],
    properties: {
      code: { type: 'integer', enum: [200] },
      message: { type: 'string', enum: ['success'] },
      data: jsonSchema(output ?? operation.output, 'output'),
      timestamp: { type: 'integer', description: 'Milliseconds since 1970, UTC.' },
      requestId: { type: 'string' },
    },
  };
}
