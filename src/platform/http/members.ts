/**
 * Members of DTOs. One decorator says what a member takes, checks it, and writes it into the API's documentation, so that
 * the three cannot disagree. `optional` members may be left out or null.
 */
import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { parseBusinessDate, parseInstant, parseZone } from '../../domain/measures/instant.js';
import { ApiProperty } from './described.js';

interface MemberOptions {
  /** What it is, for whoever reads the documentation. */
  readonly says: string;
  readonly optional?: boolean;
  readonly example?: unknown;
}

function member(
  { says, optional = false, example }: MemberOptions,
  schema: Record<string, unknown>,
  ...checks: readonly PropertyDecorator[]
): PropertyDecorator {
  const documented = {
    description: says,
    required: !optional,
    ...(optional ? { nullable: true } : {}),
    ...(example === undefined ? {} : { example }),
    ...schema,
  };
  return applyDecorators(ApiProperty(documented), ...(optional ? [IsOptional()] : []), ...checks);
}

/** Checks text with a reader that answers undefined for what it cannot read. */
const readable = (
  name: string,
  reads: (text: string) => unknown,
  says: string,
  where: { readonly each?: boolean } = {},
) =>
  ValidateBy(
    {
      name,
      validator: {
        validate: (value: unknown) => typeof value === 'string' && reads(value) !== undefined,
        defaultMessage: () => says,
      },
    },
    where,
  );
const IN_LISTS = { each: true } as const;

/** A line of text that is not empty. */
export const Text = (
  options: MemberOptions & { readonly max: number; readonly min?: number },
): PropertyDecorator =>
  member(
    options,
    { type: 'string', minLength: options.min ?? 1, maxLength: options.max },
    IsString({ message: 'must be text' }),
    MinLength(options.min ?? 1, { message: `must have ${options.min ?? 1} characters or more` }),
    MaxLength(options.max, { message: `must have ${options.max} characters or fewer` }),
    Matches(/\S/, { message: 'must not be blank' }),
  );

/** Text of one line: a name, a number on a label. */
export const Line = (options: MemberOptions & { readonly max: number }): PropertyDecorator =>
  applyDecorators(Text(options), Matches(/^[^\n]*$/, { message: 'must be one line' }));

/** Text of a fixed form. */
export const Coded = (
  options: MemberOptions & { readonly pattern: RegExp; readonly form: string },
): PropertyDecorator =>
  member(
    options,
    { type: 'string', pattern: options.pattern.source },
    IsString({ message: 'must be text' }),
    MaxLength(200, { message: `must be ${options.form}` }),
    Matches(options.pattern, { message: `must be ${options.form}` }),
  );

/** One word of a closed list. */
export const Choice = (
  options: MemberOptions & { readonly of: readonly string[] },
): PropertyDecorator =>
  member(
    options,
    { type: 'string', enum: [...options.of] },
    IsString({ message: 'must be text' }),
    IsIn([...options.of], { message: `must be one of ${options.of.join(', ')}` }),
  );

/** Several different words of a closed list. */
export const Choices = (
  options: MemberOptions & {
    readonly of: readonly string[];
    readonly min?: number;
    readonly max?: number;
  },
): PropertyDecorator => {
  const max = options.max ?? options.of.length;
  return member(
    options,
    {
      type: 'array',
      items: { type: 'string', enum: [...options.of] },
      minItems: options.min ?? 0,
      maxItems: max,
      uniqueItems: true,
    },
    IsArray({ message: 'must be a list' }),
    ArrayMinSize(options.min ?? 0, { message: `must have ${options.min ?? 0} or more` }),
    ArrayMaxSize(max, { message: `must have ${max} or fewer` }),
    ArrayUnique({ message: 'must not repeat itself' }),
    IsIn([...options.of], { each: true, message: `must be of ${options.of.join(', ')}` }),
  );
};

/** Several different texts of a fixed form. */
export const CodedList = (
  options: MemberOptions & {
    readonly pattern: RegExp;
    readonly form: string;
    readonly max: number;
    readonly min?: number;
  },
): PropertyDecorator =>
  member(
    options,
    {
      type: 'array',
      items: { type: 'string', pattern: options.pattern.source },
      minItems: options.min ?? 0,
      maxItems: options.max,
      uniqueItems: true,
    },
    IsArray({ message: 'must be a list' }),
    ArrayMinSize(options.min ?? 0, { message: `must have ${options.min ?? 0} or more` }),
    ArrayMaxSize(options.max, { message: `must have ${options.max} or fewer` }),
    ArrayUnique({ message: 'must not repeat itself' }),
    IsString({ each: true, message: 'must hold text' }),
    MaxLength(200, { each: true, message: `must hold ${options.form}` }),
    Matches(options.pattern, { each: true, message: `must hold ${options.form}` }),
  );

/** A whole number. */
export const Whole = (
  options: MemberOptions & { readonly min: number; readonly max: number },
): PropertyDecorator =>
  member(
    options,
    { type: 'integer', minimum: options.min, maximum: options.max },
    IsInt({ message: 'must be a whole number' }),
    Min(options.min, { message: `must be ${options.min} or more` }),
    Max(options.max, { message: `must be ${options.max} or less` }),
  );

export const YesNo = (options: MemberOptions): PropertyDecorator =>
  member(options, { type: 'boolean' }, IsBoolean({ message: 'must be true or false' }));

/** RFC 3339 with an offset: "2026-11-22T11:13:19-05:00". A local time without one is refused. */
export const Moment = (options: MemberOptions): PropertyDecorator =>
  member(
    options,
    { type: 'string', format: 'date-time' },
    readable(
      'moment',
      parseInstant,
      'must be a time with its offset, such as 2026-11-22T11:13:19Z',
    ),
  );

/** "2026-11-22". */
export const Day = (options: MemberOptions): PropertyDecorator =>
  member(
    options,
    { type: 'string', format: 'date' },
    readable('day', parseBusinessDate, 'must be a date that exists, such as 2026-11-22'),
  );

/** Several different dates. */
export const Days = (options: MemberOptions & { readonly max: number }): PropertyDecorator =>
  member(
    options,
    {
      type: 'array',
      items: { type: 'string', format: 'date' },
      maxItems: options.max,
      uniqueItems: true,
    },
    IsArray({ message: 'must be a list' }),
    ArrayMaxSize(options.max, { message: `must have ${options.max} or fewer` }),
    ArrayUnique({ message: 'must not repeat itself' }),
    readable('days', parseBusinessDate, 'must hold dates that exist, such as 2026-11-22', IN_LISTS),
  );

/** An IANA time zone that this service knows. */
export const Zoned = (options: MemberOptions): PropertyDecorator =>
  member(
    options,
    { type: 'string' },
    MaxLength(60, { message: 'must be an IANA time zone' }),
    readable('zone', parseZone, 'must be an IANA time zone, such as America/New_York'),
  );

/** A UUID in lower case. */
export const Uuid = (options: MemberOptions): PropertyDecorator =>
  member(
    options,
    { type: 'string', format: 'uuid' },
    IsUUID('all', { message: 'must be a UUID' }),
    Matches(/^[0-9a-f-]+$/, { message: 'must be in lower case' }),
  );

type DtoClass = new () => object;

/** An object of its own. */
export const Part = (options: MemberOptions, of: () => DtoClass): PropertyDecorator =>
  applyDecorators(
    member(
      options,
      // The library takes a function for a late answer by its name, which must be `type`.
      { type: () => of() },
      IsObject({ message: 'must be an object' }),
      ValidateNested({ message: 'must be an object' }),
    ),
    Type(of),
  );

/** The named member of a part, by which it is told from the others. */
const memberOf =
  (by: string) =>
  (part: unknown): unknown =>
    (part as Readonly<Record<string, unknown>> | null)?.[by];

/** A list of objects. */
export const Parts = (
  options: MemberOptions & {
    readonly max: number;
    readonly min?: number;
    /** The member by which each is told from the others; without it a list may repeat itself. */
    readonly by?: string;
  },
  of: () => DtoClass,
): PropertyDecorator =>
  applyDecorators(
    member(
      options,
      { type: () => of(), isArray: true, minItems: options.min ?? 0, maxItems: options.max },
      IsArray({ message: 'must be a list' }),
      ArrayMinSize(options.min ?? 0, { message: `must have ${options.min ?? 0} or more` }),
      ArrayMaxSize(options.max, { message: `must have ${options.max} or fewer` }),
      IsObject({ each: true, message: 'must hold objects' }),
      ...(options.by === undefined
        ? []
        : [ArrayUnique(memberOf(options.by), { message: `must not repeat a ${options.by}` })]),
      ValidateNested({ each: true, message: 'must hold objects' }),
    ),
    Type(of),
  );
