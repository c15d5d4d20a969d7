import { ApiProperty } from '../../platform/http/described.js';
import { NOTICED_FROM } from '../../domain/stock/exact-end.js';
import type { ExactEnds } from '../../domain/stock/exact-end.js';
import { PageDto } from '../../platform/http/page.dto.js';

/** The ends of the containers that one person drew from. */
export class ExactEndsDto {
  @ApiProperty({ example: 'person-7' })
  person: string;
  @ApiProperty({ description: 'Close-outs of containers with two draws or more', example: 14 })
  ends: number;
  @ApiProperty({ description: 'Of those, how many had a book of exactly nothing', example: 4 })
  exact: number;
  @ApiProperty({ description: 'How many exact ones came last, one after another', example: 3 })
  running: number;
  @ApiProperty({ description: `Whether that is ${NOTICED_FROM} or more` })
  noticed: boolean;

  constructor({ id, ends, exact, running }: ExactEnds) {
    this.person = id;
    this.ends = ends;
    this.exact = exact;
    this.running = running;
    this.noticed = running >= NOTICED_FROM;
  }
}

export class ExactEndsPageDto extends PageDto {
  @ApiProperty({ type: ExactEndsDto, isArray: true })
  items: readonly ExactEndsDto[];

  constructor(items: readonly ExactEnds[], next: string | null) {
    super(next);
    this.items = items.map((each) => new ExactEndsDto(each));
  }
}
