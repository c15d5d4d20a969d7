import type { Right } from '../../domain/person.js';
import { ApiProperty } from '../../platform/http/described.js';
import { DOCUMENTS, kindOf, PACKET, PACKET_ORDER } from './documents.js';
import type { DocumentKind, DocumentName } from './documents.js';
import { endsSoon } from './print-signing.js';
import type { PrintSigning } from './print-signing.js';
import { FORMATS } from './scope.js';
import type { Format } from './scope.js';

type Printable = DocumentName | typeof PACKET;
const NAMES: readonly Printable[] = [...DOCUMENTS, PACKET];
/** What a document can be of one of. */
const TAKEN = [
  'item',
  'container',
  'loss',
  'patient',
  'practitioner',
  'person',
  'by',
  'sort',
] as const;

/** A document that can be printed. */
export class PrintableDto {
  @ApiProperty({ enum: NAMES })
  name: Printable;
  @ApiProperty({ description: 'What it is, in one line' })
  says: string;
  @ApiProperty({ enum: [...FORMATS, 'zip'], isArray: true, description: 'Its forms' })
  forms: readonly Format[];
  @ApiProperty({
    enum: TAKEN,
    nullable: true,
    description:
      'What it is about one of, and cannot be printed without; null for what is about all of a site',
  })
  about: DocumentKind['about'];
  @ApiProperty({ enum: TAKEN, isArray: true, description: 'What else it can be narrowed to' })
  takes: DocumentKind['takes'];
  @ApiProperty({ description: 'Whether whoever asks has every right that it needs' })
  allowed: boolean;

  constructor(name: Printable, rights: ReadonlySet<Right>) {
    const { says, about, takes, alsoNeeds } = kindOf(name);
    this.name = name;
    this.says = says;
    this.forms = name === PACKET ? ['zip'] : FORMATS;
    this.about = about;
    this.takes = takes;
    this.allowed = alsoNeeds === null || rights.has(alsoNeeds);
  }
}

/** The certificate that prints are signed with. */
export class PrintCertificateDto {
  @ApiProperty({ description: 'Whose it is: its common name' })
  subject: string;
  @ApiProperty({ format: 'date-time', description: 'The end of its validity' })
  ends: string;
  @ApiProperty({ description: 'Whether it ends within 30 days, or has ended' })
  endsSoon: boolean;

  constructor(signing: PrintSigning) {
    const { subject, ends } = signing.certificate;
    this.subject = subject;
    this.ends = ends;
    this.endsSoon = endsSoon(signing);
  }
}

/** Every document, in the order in which an investigator asks for them; the packet, which has them all, comes first. */
export class PrintableListDto {
  @ApiProperty({ type: PrintableDto, isArray: true })
  items: readonly PrintableDto[];
  @ApiProperty({
    type: PrintCertificateDto,
    nullable: true,
    description: 'What PDFs can be signed with; null where none can',
  })
  certificate: PrintCertificateDto | null;

  constructor(rights: ReadonlySet<Right>, signing: PrintSigning | undefined) {
    this.certificate = signing === undefined ? null : new PrintCertificateDto(signing);
    const names = new Set<Printable>([PACKET, ...PACKET_ORDER, ...DOCUMENTS]);
    this.items = [...names].map((name) => new PrintableDto(name, rights));
  }
}
