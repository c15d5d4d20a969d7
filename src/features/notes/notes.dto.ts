import { ApiProperty } from '../../platform/http/described.js';
import { Text, Whole } from '../../platform/http/members.js';
import { PageDto } from '../../platform/http/page.dto.js';
import type { Note } from './notes.store.js';

const MOST_CHARACTERS = 4_000;

/** A note that somebody writes to themselves. */
export class NewNoteDto {
  @Text({ says: 'What is noted; kept encrypted', max: MOST_CHARACTERS })
  text!: string;

  @Whole({
    says: 'The line that it is about',
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
  })
  line?: number | null;
}

/** A note as its writer reads it. */
export class NoteDto {
  @ApiProperty({ description: 'Rises with every note' })
  number: number;
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({ description: 'The line that it is about', nullable: true, type: Number })
  line: number | null;
  @ApiProperty()
  text: string;

  constructor({ number, at, line, text }: Note) {
    this.number = number;
    this.at = at;
    this.line = line;
    this.text = text;
  }
}

/** A person's own notes, the newest first. */
export class NotePageDto extends PageDto {
  @ApiProperty({ type: NoteDto, isArray: true })
  items: readonly NoteDto[];

  constructor(items: readonly NoteDto[], next: string | null) {
    super(next);
    this.items = items;
  }
}
