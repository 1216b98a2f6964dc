import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/**
 * An OpenAPI 3.0 schema from a zod schema: what may be sent (`input`) or what will be answered (`output`).
 * zod's own patterns for dates and addresses are left out where `format` says the same in one word.
 */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...body } = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io,
    unrepresentable: 'any',
    reused: 'inline',
    override({ jsonSchema: out }) {
      if (out.format !== undefined) delete out.pattern;
      if (out.maximum === Number.MAX_SAFE_INTEGER) delete out.maximum;
      if (out.minimum === Number.MIN_SAFE_INTEGER) delete out.minimum;
    },
  });
  return body;
}

/** The named members of an object schema, for parameters; empty when it isn't an object. */
export function membersOf(schema: JsonSchema): { name: string; schema: JsonSchema; required: boolean }[] {
  const { properties, required } = schema;
  if (typeof properties !== 'object' || properties === null) return [];
  const needed = Array.isArray(required) ? required : [];
  return Object.entries(properties).map(([name, member]) => ({
    name,
    schema: member,
    required: needed.includes(name),
  }));
}

/** The object schema without some members, for bodies whose other part is in the path. */
export function without(schema: JsonSchema, names: readonly string[]): JsonSchema {
  const kept = membersOf(schema).filter(({ name }) => !names.includes(name));
  const required = kept.filter((member) => member.required).map(({ name }) => name);
  const { required: _, ...rest } = schema;
  return {
    ...rest,
    properties: Object.fromEntries(kept.map(({ name, schema: member }) => [name, member])),
    ...(required.length > 0 && { required }),
  };
}
