import { asId } from '../../domain/ids.js';
import type { LedgerId } from '../../domain/ids.js';
import { businessDate } from '../../domain/measures/instant.js';
import { Choice, Coded, Day, Line } from '../../platform/http/members.js';
import { PAPERS } from '../../../reports/paper.js';
import type { Paper } from '../../../reports/paper.js';
import { ARRANGEMENTS, DOCUMENTS, PACKET, SORTS } from './documents.js';
import type { Arrangement, DocumentName, Sort } from './documents.js';
import { FORMATS } from './scope.js';
import type { AskedReport, Format } from './scope.js';

const PERSON = /^[0-9a-z-]{1,80}$/;

/** Which part of the register a document is of, and on which paper. */
export class OwnEntriesQueryDto {
  @Day({
    says: 'First day of business of the period; that of the first entry if left out',
    optional: true,
  })
  from?: string;

  @Day({ says: 'Last day of business; that of the checkpoint if left out', optional: true })
  to?: string;

  @Coded({
    says:
      'Prints what was known at this size of the ledger, of which a checkpoint was signed; everything that is recorded now ' +
      'if left out',
    pattern: /^[1-9]\d{0,14}$/,
    form: 'a number of entries',
    optional: true,
    example: '1234',
  })
  size?: string;

  @Choice({ says: 'Size of the paper; letter if left out', of: PAPERS, optional: true })
  paper?: Paper;

  @Choice({
    says:
      'With the electronic signature (PAdES) of the certificate of this deployment, as an update after the bytes that the ' +
      'document has without one. For PDFs, and for the PDFs of the packet',
    of: ['true', 'false'],
    optional: true,
  })
  signed?: 'true' | 'false';
}

/** What a document is asked for. */
export class ReportQueryDto extends OwnEntriesQueryDto {
  @Line({
    says: 'One audit item, as balances name it, of a document that can be of one; all if left out',
    max: 200,
    optional: true,
  })
  item?: string;

  @Coded({
    says: 'One container, for the documents that are about one',
    pattern: /^\d{1,15}-\d{1,6}$/,
    form: 'the id of a container',
    optional: true,
    example: '41-3',
  })
  container?: string;

  @Coded({
    says: 'One person: of `entries`; of `dispensing`, who gave it',
    pattern: PERSON,
    form: 'the id of a person',
    optional: true,
    example: 'person-12',
  })
  person?: string;

  @Coded({
    says: 'One theft or loss, for the documents that are about one',
    pattern: /^\d{1,15}-\d{1,6}$/,
    form: 'the id of a loss',
    optional: true,
    example: '91-1',
  })
  loss?: string;

  @Coded({
    says: 'One patient, by the id of the record, for `dispensing`',
    pattern: PERSON,
    form: 'the id of a patient',
    optional: true,
  })
  patient?: string;

  @Coded({
    says: 'One ordering practitioner, for `dispensing`',
    pattern: PERSON,
    form: 'the id of a person',
    optional: true,
    example: 'person-12',
  })
  practitioner?: string;

  @Choice({
    says: 'What the lines of `dispensing` stand under; by their time alone if left out',
    of: ARRANGEMENTS,
    optional: true,
  })
  by?: Arrangement;

  @Choice({
    says: 'What the lines of `ledger` are sorted by, with the balance computed anew; in register order with stored balances if left out',
    of: SORTS,
    optional: true,
  })
  sort?: Sort;
}

/** "ledger.pdf": which document, in which form. Undefined for what is neither. */
export function readFileName(
  file: string,
): { readonly document: DocumentName | typeof PACKET; readonly format: Format } | undefined {
  if (file === `${PACKET}.zip`) return { document: PACKET, format: 'zip' };
  const [name = '', extension = ''] = file.split('.');
  const document = DOCUMENTS.find((each) => each === name);
  const format = FORMATS.find((each) => each === extension);
  if (document === undefined || format === undefined || file !== `${document}.${format}`) {
    return undefined;
  }
  return { document, format };
}

export function askedOf(
  query: OwnEntriesQueryDto & Partial<ReportQueryDto>,
  of: {
    readonly site: LedgerId;
    readonly document: DocumentName | typeof PACKET;
    readonly format: Format;
  },
): AskedReport {
  return {
    ...of,
    from: query.from === undefined ? null : businessDate(query.from),
    to: query.to === undefined ? null : businessDate(query.to),
    item: query.item === undefined ? null : asId(query.item),
    narrow: narrowingOf(query),
    paper: query.paper ?? 'letter',
    size: query.size === undefined ? null : Number(query.size),
    signed: query.signed === 'true',
  };
}

export function narrowingOf({
  container,
  loss,
  patient,
  practitioner,
  person,
  by,
  sort,
}: Partial<ReportQueryDto>): AskedReport['narrow'] {
  return {
    ...(container === undefined ? {} : { container: asId(container) }),
    ...(loss === undefined ? {} : { loss: asId(loss) }),
    ...(patient === undefined ? {} : { patient: asId(patient) }),
    ...(practitioner === undefined ? {} : { practitioner: asId(practitioner) }),
    ...(person === undefined ? {} : { person: asId(person) }),
    ...(by === undefined ? {} : { by }),
    ...(sort === undefined ? {} : { sort }),
  };
}
