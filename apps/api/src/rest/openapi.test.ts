import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { buildOpenApi } from './openapi.ts';
import { fullPaths } from './table.ts';
import { v1 } from './v1.ts';
import { WEBHOOKS } from './webhook-docs.ts';

describe('the OpenAPI document', () => {
  const document = buildOpenApi();
  const text = JSON.stringify(document);

  it('is valid', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(text));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it('has every route and alias, and nothing else', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const served = v1.flatMap((route) => fullPaths(route).map((path) => `${route.method} ${path}`));
    served.push(...WEBHOOKS.map(({ path }) => `post ${path}`));
    expect(described.sort()).toEqual(served.sort());
  });

  it('gives every operation its own id, and every path parameter a place', () => {
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, operation })),
    );
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    for (const { path, operation } of operations) {
      for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
        expect(operation.parameters, path).toContainEqual(
          expect.objectContaining({ name, in: 'path', required: true }),
        );
      }
    }
  });

  it.each([
    'POST /api/v1/auth/login',
    'POST /api/v1/auth/logout',
    'GET /api/v1/merchant/profile',
    'PUT /api/v1/merchant/profile',
    'GET /api/v1/cards',
    'POST /api/v1/cards',
    'PUT /api/v1/cards/{id}',
    'DELETE /api/v1/cards/{id}',
    'POST /api/v1/cards/{id}/register',
    'GET /api/v1/alerts',
    'GET /api/v1/alerts/{id}',
    'PUT /api/v1/alerts/{id}/process',
    'POST /api/v1/alerts/export',
    'POST /api/v1/alerts/{id}/evidence',
    'GET /api/v1/alerts/{id}/evidence/{evidenceId}',
    'DELETE /api/v1/alerts/{id}/evidence/{evidenceId}',
    'POST /api/v1/webhook/alerts',
    'POST /api/v1/webhook/status',
  ])('A-270…A-284 has %s', (line) => {
    const [method = '', path = ''] = line.split(' ');
    expect(document.paths[path]).toHaveProperty(method.toLowerCase());
  });

  it('A-165 evidence goes up in a form and comes down as a file', () => {
    const form = { content: { 'multipart/form-data': { schema: { required: ['file'] } } } };
    const file = { 200: { content: { 'application/pdf': { schema: { format: 'binary' } } } } };
    expect(document.paths).toMatchObject({
      '/api/v1/alerts/{id}/evidence': { post: { requestBody: form } },
      '/api/v1/alerts/{id}/evidence/{evidenceId}': { get: { responses: file } },
    });
  });

  it('A-339 never names the provider', () => {
    expect(text).not.toMatch(/tradefensor|securego|拒付通|跨拒通/i);
  });
});
