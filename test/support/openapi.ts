/** Reads the published description of the API as a stranger would: what can be asked, and in which form. */
import fc from 'fast-check';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly nullable?: boolean;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
interface DocumentOperation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
  readonly responses: Readonly<Record<string, unknown>>;
}

/** One method of one address. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  /** Form of its JSON body; undefined where it takes none. */
  readonly body: Schema | undefined;
  readonly needsKey: boolean;
  readonly statuses: readonly string[];
  readonly schemas: Readonly<Record<string, Schema>>;
}

export function operationsOf(document: unknown): readonly Operation[] {
  const { paths, components } = document as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      body: operation.requestBody?.content['application/json']?.schema,
      needsKey: (operation.parameters ?? []).some(({ name }) => name === 'Idempotency-Key'),
      statuses: Object.keys(operation.responses),
      schemas: components.schemas,
    })),
  );
}

/** Bodies of the published form; with all members, or with some of the optional ones. */
export function bodyOf(
  { body, schemas }: Operation,
  members: 'some members' | 'all members' = 'some members',
): fc.Arbitrary<Record<string, unknown>> {
  const arbitrary = arbitraryOf(body ?? {}, { schemas, members });
  return arbitrary as fc.Arbitrary<Record<string, unknown>>;
}

interface Reading {
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly members: 'some members' | 'all members';
}

function arbitraryOf(schema: Schema, reading: Reading): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    return arbitraryOf(reading.schemas[name] ?? {}, reading);
  }
  const [only] = schema.allOf ?? [];
  if (only !== undefined) return arbitraryOf(only, reading);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1_000 });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return listOf(schema, reading);
    default:
      return objectOf(schema, reading);
  }
}

function textOf(schema: Schema): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.uuid({ version: 4 });
  if (schema.format === 'date') return day;
  if (schema.format === 'date-time') return fc.oneof(fc.constant('2026-03-02T14:00:00Z'), moment);
  if (schema.pattern !== undefined) return matching(schema.pattern);
  const minLength = schema.minLength ?? 0;
  const maxLength = Math.max(minLength, Math.min(schema.maxLength ?? 40, 40));
  return fc.string({ minLength, maxLength, unit: 'grapheme' });
}

/** Few patterns stand in many forms, and making an arbitrary of one takes its time. */
const PATTERNS = new Map<string, fc.Arbitrary<string>>();

function matching(pattern: string): fc.Arbitrary<string> {
  const known = PATTERNS.get(pattern) ?? fc.stringMatching(new RegExp(pattern, 'u'));
  PATTERNS.set(pattern, known);
  return known;
}

const day = fc
  .date({ min: new Date('1900-01-02'), max: new Date('2999-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const moment = fc
  .date({ min: new Date('1900-01-02'), max: new Date('2999-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString());

function listOf(schema: Schema, reading: Reading): fc.Arbitrary<readonly unknown[]> {
  const minLength = schema.minItems ?? 0;
  const maxLength = Math.max(minLength, Math.min(schema.maxItems ?? 3, 3));
  const item = arbitraryOf(schema.items ?? {}, reading);
  return schema.uniqueItems === true
    ? fc.uniqueArray(item, {
        minLength,
        maxLength,
        comparator: (a, b) => JSON.stringify(a) === JSON.stringify(b),
      })
    : fc.array(item, { minLength, maxLength });
}

function objectOf(schema: Schema, reading: Reading): fc.Arbitrary<Record<string, unknown>> {
  const members = Object.entries(schema.properties ?? {}).map(
    ([name, part]) => [name, arbitraryOf(part, reading)] as const,
  );
  const required =
    reading.members === 'all members'
      ? members.map(([name]) => name)
      : [...(schema.required ?? [])];
  return fc.record(Object.fromEntries(members), { requiredKeys: required as never[] });
}
