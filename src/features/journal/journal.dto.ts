import { ApiProperty } from '../../platform/http/described.js';
import { PersonIdText } from '../../platform/http/ids.dto.js';
import { PageDto, PageQueryDto } from '../../platform/http/page.dto.js';
import { JOURNAL_KINDS } from '../../platform/journal/access-journal.js';
import type { JournalKind, JournalLine } from '../../platform/journal/access-journal.js';

export class JournalQueryDto extends PageQueryDto {
  @PersonIdText({
    says: 'Only lines of this person: what they were shown and asked for',
    optional: true,
  })
  person?: string;
}

/** One line of the access journal. It names persons and records by their ids only. */
export class JournalLineDto {
  @ApiProperty()
  line: number;
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({ enum: JOURNAL_KINDS })
  kind: JournalKind;
  @ApiProperty({ nullable: true, type: String, example: 'person-7' })
  person: string | null;
  @ApiProperty({ nullable: true, type: String, description: 'Site or ledger that it was about' })
  site: string | null;
  @ApiProperty({ nullable: true, type: String, description: 'Published code of the refusal' })
  code: string | null;
  @ApiProperty({ nullable: true, type: String, description: 'What was asked for', example: 'draw' })
  act: string | null;
  @ApiProperty({ type: String, isArray: true, description: 'Ids of what it was about' })
  about: readonly string[];
  @ApiProperty({ nullable: true, type: String, description: 'Network address' })
  address: string | null;

  constructor(line: JournalLine) {
    this.line = line.line;
    this.at = line.at;
    this.kind = line.kind;
    this.person = line.person;
    this.site = line.site;
    this.code = line.code;
    this.act = line.act;
    this.about = line.about;
    this.address = line.address;
  }
}

/** Lines of the access journal, newest first. */
export class JournalPageDto extends PageDto {
  @ApiProperty({ type: JournalLineDto, isArray: true })
  items: readonly JournalLineDto[];

  constructor(items: readonly JournalLineDto[], next: string | null) {
    super(next);
    this.items = items;
  }
}
