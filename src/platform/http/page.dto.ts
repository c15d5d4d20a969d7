import { ApiProperty } from './described.js';
import { Coded } from './members.js';
import { Problem } from './problem.js';

const DEFAULT_LIMIT = 50;

/**
 * A page of a list. Lists answer `{"items": […], "next": "…"}`: `next` is the cursor of the following page, null on the
 * last. What a cursor means is the endpoint's business.
 */
export class PageQueryDto {
  @Coded({
    says: '`next` of the page before',
    pattern: /^[A-Za-z0-9_.-]{1,100}$/,
    form: 'the cursor that the page before gave',
    optional: true,
  })
  cursor?: string;

  @Coded({
    says: 'Most items of the page, up to 200; 50 if left out',
    pattern: /^([1-9]\d?|1\d\d|200)$/,
    form: 'a number from 1 to 200',
    optional: true,
    example: '50',
  })
  limit?: string;
}

/** The end of every page; each list adds its items. */
export class PageDto {
  @ApiProperty({
    description: 'Cursor of the next page; null on the last',
    nullable: true,
    type: String,
  })
  next: string | null;

  constructor(next: string | null) {
    this.next = next;
  }
}

export const limitOf = ({ limit }: PageQueryDto): number =>
  limit === undefined ? DEFAULT_LIMIT : Number(limit);

/** The line that a cursor of a list by lines names; undefined on the first page. */
export function lineOf({ cursor }: PageQueryDto): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^\d{1,15}$/.test(cursor)) {
    throw Problem.of('request.invalid', {
      errors: [{ field: 'cursor', says: 'must be the cursor that the page before gave' }],
    });
  }
  return Number(cursor);
}

/** The cursor of the page after this one, where the list is by lines and one item more than the page was looked for. */
export function nextLine(
  found: readonly { readonly line: number }[],
  limit: number,
): string | null {
  const last = found[limit - 1];
  return found.length > limit && last !== undefined ? String(last.line) : null;
}
