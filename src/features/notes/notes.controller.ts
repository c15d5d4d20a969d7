import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, NeedsKey, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf, lineOf, PageQueryDto } from '../../platform/http/page.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { NewNoteDto, NoteDto, NotePageDto } from './notes.dto.js';
import { Notes } from './notes.store.js';

/** Notes of whoever inspects or audits: their own, kept beside the ledger, read by nobody else. */
@ApiTags('notes')
@Controller('api/sites/:site/notes')
export class NotesController {
  constructor(
    @Inject(Notes) private readonly notes: Notes,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
  ) {}

  @Post()
  @NeedsKey()
  @Endpoint({
    says: 'Note something for oneself',
    more: 'It is no part of the record and is never changed; whoever wrote it reads it again, and nobody else.',
    params: SITE_PARAM,
    body: NewNoteDto,
    answers: NoteDto,
    status: 201,
  })
  async add(@AskedToRecord() asking: AskingToRecord, @Body() dto: NewNoteDto): Promise<NoteDto> {
    const { site, entry } = asking;
    const line = dto.line ?? null;
    if (line !== null && (await this.reader.entry(site, line)) === undefined) {
      throw Problem.of('record.not-found');
    }
    return new NoteDto(await this.notes.add(asking, entry, { line, text: dto.text }));
  }

  @Get()
  @Endpoint({
    says: 'One’s own notes, the newest first',
    params: SITE_PARAM,
    answers: NotePageDto,
  })
  async list(@Asked() asking: Asking, @Query() query: PageQueryDto): Promise<NotePageDto> {
    const limit = limitOf(query);
    const found = await this.notes.of(asking, { before: lineOf(query) ?? null, limit: limit + 1 });
    const last = found[limit - 1];
    const next = found.length > limit && last !== undefined ? String(last.number) : null;
    return new NotePageDto(
      found.slice(0, limit).map((note) => new NoteDto(note)),
      next,
    );
  }
}
