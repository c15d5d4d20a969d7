/** What the documentation says of every endpoint alike. */
import { applyDecorators, HttpCode } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import type { Facts } from '../../domain/rejection.js';
import {
  ApiBody,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiProperty,
  ApiResponse,
  schemaPath,
  ApiExtraModels,
} from './described.js';
import type { FieldError } from './problem.js';

/** A member of a request that is not as it should be. */
export class FieldErrorDto implements FieldError {
  @ApiProperty({ description: 'Path of the member', example: 'lines.0.quantity.unit' })
  field!: string;
  @ApiProperty({ description: 'What it should be' })
  says!: string;
}

/** Why something was not done (RFC 9457). */
export class ProblemDto {
  @ApiProperty({ example: 'urn:countersign:problem:draw.exceeds-remaining' })
  type!: string;
  @ApiProperty({ description: 'The refusal in one sentence, the same each time' })
  title!: string;
  @ApiProperty({ description: 'Status of the answer' })
  status!: number;
  @ApiProperty({ description: 'What is wrong this time' })
  detail!: string;
  @ApiProperty({ description: 'From the published list', example: 'draw.exceeds-remaining' })
  code!: string;
  @ApiProperty({
    description: 'Kind of refusal, of those by the rules of the register',
    nullable: true,
    type: String,
  })
  class!: string | null;
  @ApiProperty({
    description: 'Numbers and ids that a person needs to see',
    type: 'object',
    additionalProperties: true,
  })
  facts!: Facts;
  @ApiProperty({ description: 'What to do next' })
  next!: string;
  @ApiProperty({ type: FieldErrorDto, isArray: true, required: false })
  errors?: readonly FieldErrorDto[];
}

interface EndpointOptions {
  /** One sentence. */
  readonly says: string;
  readonly more?: string;
  readonly body?: Type;
  readonly answers?: Type | readonly [Type];
  readonly status?: 200 | 201 | 204;
  /** Parameters of the address, with what they are. */
  readonly params?: Readonly<Record<string, string>>;
}

const problem = (status: '4XX' | '5XX', description: string) =>
  ApiResponse({
    status,
    description,
    content: { 'application/problem+json': { schema: { $ref: schemaPath(ProblemDto) } } },
  });

/** An endpoint that records nothing in a ledger. */
export function Endpoint(options: EndpointOptions): MethodDecorator {
  const { says, more, body, answers, status = 200, params = {} } = options;
  const answer =
    answers === undefined
      ? {}
      : answers instanceof Array
        ? { type: answers[0], isArray: true }
        : { type: answers };
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ summary: says, ...(more === undefined ? {} : { description: more }) }),
    ...Object.entries(params).map(([name, description]) =>
      ApiParam({ name, description, schema: { type: 'string' } }),
    ),
    ...(body === undefined ? [] : [ApiBody({ type: body })]),
    ApiExtraModels(ProblemDto),
    ApiResponse({ status, description: says, ...answer }),
    problem('4XX', 'Refused: the document says why and what to do'),
    problem('5XX', 'Failed: repeat the request with the same key'),
  );
}

/** An endpoint that takes an Idempotency-Key. */
export const NeedsKey = (): MethodDecorator =>
  ApiHeader({
    name: 'Idempotency-Key',
    description: 'A UUID made before the first try; the id of the entry, where one is recorded',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  });

/** An endpoint that records an entry. */
export function RecordsEntry(options: Omit<EndpointOptions, 'status'>): MethodDecorator {
  return applyDecorators(Endpoint({ ...options, status: 201 }), NeedsKey());
}

/** The parameter that names the site. */
export const SITE_PARAM = { site: 'Id of the site: 12 letters and digits' } as const;
