import { asId } from '../../domain/ids.js';
import type { LedgerId } from '../../domain/ids.js';
import { businessDate } from '../../domain/instant.js';
import { Choice, Coded, Day, Line } from '../../platform/http/members.js';
import { PAPERS } from '../../../reports/paper.js';
import type { Paper } from '../../../reports/paper.js';
import type { AskedReport, DocumentName, Format } from './scope.js';

/** What a document is asked for. */
export class ReportQueryDto {
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
}

export class LedgerQueryDto extends ReportQueryDto {
  @Line({ says: 'One audit item, as balances name it; all if left out', max: 200, optional: true })
  item?: string;
}

export function askedOf(
  query: LedgerQueryDto,
  of: { readonly site: LedgerId; readonly document: DocumentName; readonly format: Format },
): AskedReport {
  return {
    ...of,
    from: query.from === undefined ? null : businessDate(query.from),
    to: query.to === undefined ? null : businessDate(query.to),
    item: query.item === undefined ? null : asId(query.item),
    paper: query.paper ?? 'letter',
    size: query.size === undefined ? null : Number(query.size),
  };
}
