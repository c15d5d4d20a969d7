import { ISSUE_PURPOSES } from '../../domain/issued-report.js';
import type { IssuePurpose, ReportIssuedRequest } from '../../domain/issued-report.js';
import type { Entry } from '../../domain/entry.js';
import { asId } from '../../domain/ids.js';
import type { LedgerId } from '../../domain/ids.js';
import { businessDate } from '../../domain/measures/instant.js';
import { ActDto, headOf } from '../../platform/http/act.dto.js';
import { ApiProperty } from '../../platform/http/described.js';
import { Choice, Coded, Day, Line, Part, Whole } from '../../platform/http/members.js';
import { PageDto } from '../../platform/http/page.dto.js';
import { RecordedDto } from '../recorded.dto.js';
import { PAPERS } from '../../../reports/paper.js';
import type { Paper } from '../../../reports/paper.js';
import type { ActForm } from '../act-form.js';
import type { RecordedAct } from '../recorder.js';
import type { HashedReport } from './desk.js';
import { ARRANGEMENTS, SORTS } from './documents.js';
import type { Arrangement, Sort } from './documents.js';
import { narrowingOf, readFileName } from './reports.dto.js';
import type { AskedReport } from './scope.js';
import { Problem } from '../../platform/http/problem.js';

const ID = /^[0-9a-z-]{1,80}$/;

/** What a document is about, where it is about one thing. */
export class NarrowedDto {
  @Coded({ says: 'One container', pattern: ID, form: 'an id', optional: true })
  container?: string;
  @Coded({ says: 'One theft or loss', pattern: ID, form: 'an id', optional: true })
  loss?: string;
  @Coded({ says: 'One patient', pattern: ID, form: 'an id', optional: true })
  patient?: string;
  @Coded({ says: 'One ordering practitioner', pattern: ID, form: 'an id', optional: true })
  practitioner?: string;
  @Coded({ says: 'One person', pattern: ID, form: 'an id', optional: true })
  person?: string;
  @Choice({ says: 'What the lines stand under', of: ARRANGEMENTS, optional: true })
  by?: Arrangement;
  @Choice({ says: 'What the lines are sorted by', of: SORTS, optional: true })
  sort?: Sort;
}

/** A document that is to be issued: everything that decides its bytes is said. */
export class IssueDto extends ActDto {
  @Choice({ says: 'Why it is issued', of: ISSUE_PURPOSES })
  purpose!: IssuePurpose;

  @Coded({
    says: 'Document and form, as in the address of the document',
    pattern: /^[a-z-]{1,40}[.][a-z]{3,4}$/,
    form: 'a document and its form, such as ledger.pdf',
    example: 'ledger.pdf',
  })
  file!: string;

  @Day({ says: 'First day of business of the period' })
  from!: string;

  @Day({ says: 'Last day of business' })
  to!: string;

  @Whole({
    says: 'Size of the ledger that it says, of which a checkpoint was signed',
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
  })
  size!: number;

  @Line({ says: 'One audit item; all if left out', max: 200, optional: true })
  item?: string | null;

  @Part({ says: 'What it is about, where it is about one', optional: true }, () => NarrowedDto)
  about?: NarrowedDto | null;

  @Choice({ says: 'Size of the paper; letter if left out', of: PAPERS, optional: true })
  paper?: Paper;
}

/** What the document is asked for. @throws Problem for a file that is none. */
export function askedToIssue(dto: IssueDto, site: LedgerId): AskedReport {
  const named = readFileName(dto.file);
  if (named === undefined) throw Problem.of('report.not-found');
  return {
    ...named,
    site,
    from: businessDate(dto.from),
    to: businessDate(dto.to),
    size: dto.size,
    item: dto.item == null ? null : asId(dto.item),
    narrow: narrowingOf(dto.about ?? {}),
    paper: dto.paper ?? 'letter',
    signed: false,
  };
}

/** The form of an issue, once the hash of its file is known. */
export const issueForm = (
  hashed: (dto: IssueDto, site: LedgerId) => Promise<HashedReport>,
): ActForm<'report-issued', IssueDto> => ({
  kind: 'report-issued',
  title: 'Issue of a document',
  dto: IssueDto,
  read: async (dto, site) => ({
    ...headOf(dto),
    kind: 'report-issued',
    purpose: dto.purpose,
    ...issuedFacts(await hashed(dto, site)),
  }),
});

function issuedFacts({
  report: { scope, head },
  release,
  hash,
}: HashedReport): Omit<ReportIssuedRequest, keyof ActRequestHead> {
  const { document, format, from, to, item, narrow, paper } = scope;
  return {
    document,
    format,
    from,
    to,
    size: head.size,
    root: asId(Buffer.from(head.root).toString('base64')),
    item,
    about: Object.entries(narrow)
      .map(([what, id]) => ({ what, id: String(id) }))
      .sort((a, b) => (a.what < b.what ? -1 : 1)),
    paper,
    release,
    file: asId(hash),
  };
}
type ActRequestHead = Pick<
  ReportIssuedRequest,
  'kind' | 'purpose' | 'posture' | 'occurredAt' | 'reason' | 'confirmed' | 'personal'
>;

/** An issued document: its line, and the hash that its file has for ever. */
export class IssuedDto extends RecordedDto {
  @ApiProperty({ description: 'SHA-256 of the file, as it is printed and before it is signed' })
  file: string;
  @ApiProperty({ description: 'Name of the file' })
  name: string;

  constructor(recorded: RecordedAct, { request }: { readonly request: ReportIssuedRequest }) {
    super(recorded);
    this.file = request.file;
    this.name = `${request.document}.${request.format}`;
  }
}

/** An issued document as it stands in the list. */
export class ListedIssueDto {
  @ApiProperty({ description: 'The line that issued it' })
  line: number;
  @ApiProperty({ format: 'date-time' })
  occurredAt: string;
  @ApiProperty({ example: 'person-7' })
  by: string;
  @ApiProperty({ enum: ISSUE_PURPOSES })
  purpose: IssuePurpose;
  @ApiProperty({ example: 'ledger.pdf' })
  name: string;
  @ApiProperty({ format: 'date' })
  from: string;
  @ApiProperty({ format: 'date' })
  to: string;
  @ApiProperty({ description: 'Size of the ledger that it says' })
  size: number;
  @ApiProperty({ description: 'One audit item; null for all', type: String, nullable: true })
  item: string | null;
  @ApiProperty({
    description: 'What else it is about: `container 41-3`',
    type: String,
    isArray: true,
  })
  about: readonly string[];
  @ApiProperty({ description: 'SHA-256 of its file' })
  file: string;
  @ApiProperty({ description: 'The product and its release' })
  release: string;

  constructor(entry: Entry, request: ReportIssuedRequest) {
    this.line = entry.seq;
    this.occurredAt = entry.occurredAt;
    this.by = entry.performer;
    this.purpose = request.purpose;
    this.name = `${request.document}.${request.format}`;
    this.from = request.from;
    this.to = request.to;
    this.size = request.size;
    this.item = request.item;
    this.about = request.about.map(({ what, id }) => `${what} ${id}`);
    this.file = request.file;
    this.release = request.release;
  }
}

export class IssuePageDto extends PageDto {
  @ApiProperty({ type: ListedIssueDto, isArray: true })
  items!: readonly ListedIssueDto[];
}

/** A line that came after a document was issued and belongs to its period. */
export class LineSinceDto {
  @ApiProperty()
  line: number;
  @ApiProperty({ example: 'correction' })
  kind: string;
  @ApiProperty({ format: 'date-time' })
  occurredAt: string;
  @ApiProperty({ format: 'date-time' })
  recordedAt: string;
  @ApiProperty({
    description: 'The line that it is about, where it names one: what it corrects or countersigns',
    type: Number,
    nullable: true,
  })
  about: number | null;

  constructor({ seq, kind, occurredAt, recordedAt, request }: Entry) {
    this.line = seq;
    this.kind = kind;
    this.occurredAt = occurredAt;
    this.recordedAt = recordedAt;
    const isAboutLine = request.kind === 'correction' || request.kind === 'countersign';
    this.about = isAboutLine ? request.line : null;
  }
}

export class SincePageDto extends PageDto {
  @ApiProperty({ type: ListedIssueDto })
  issued!: ListedIssueDto;
  @ApiProperty({ description: 'Lines of the ledger now' })
  size!: number;
  @ApiProperty({
    description:
      'What was recorded since the document’s size and has to do with its period: why it would be another one today. Empty: ' +
      'the ledger of the period is what it was',
    type: LineSinceDto,
    isArray: true,
  })
  items!: readonly LineSinceDto[];
}
