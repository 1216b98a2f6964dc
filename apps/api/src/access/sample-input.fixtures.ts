import type { z } from 'zod';
import { type JsonSchema, jsonSchema, membersOf } from '../rest/json-schema.ts';

/** The smallest input a schema takes, as far as its JSON Schema tells: what it requires and nothing else. */
export function sampleInput(schema: z.ZodType): Record<string, unknown> {
  const value = sample(jsonSchema(schema, 'input'));
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function sample(schema: JsonSchema): unknown {
  const [choice] = [schema.enum, schema.anyOf, schema.oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  if (Array.isArray(schema.enum)) return choice;
  if (choice !== undefined) return sample(choice);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        membersOf(schema)
          .filter(({ required }) => required)
          .map((member) => [member.name, sample(member.schema)]),
      );
    case 'array':
      return Array.from({ length: Number(schema.minItems ?? 0) }, () => sample(schema.items as JsonSchema));
    case 'string':
      return schema.format === 'email'
        ? 'somebody@example.test'
        : 'x'.repeat(Math.max(2, Number(schema.minLength ?? 0)));
    case 'boolean':
      return false;
    default:
      return Math.max(1, Number(schema.minimum ?? 1));
  }
}
