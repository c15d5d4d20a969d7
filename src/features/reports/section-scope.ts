import type { PrintedItem } from '../../../reports/words.js';
import type { AuditItem } from '../../domain/ids.js';
import type { Entry } from '../../domain/entry.js';
import type { BusinessDate } from '../../domain/measures/instant.js';
import type { Days } from './register.sql.js';

/** The audit item and period that lines are printed for. */
export interface SectionScope {
  readonly id: AuditItem;
  readonly item: PrintedItem;
  readonly days: Days;
  /** The day on whose pages an entry stands: that of its own event, unless the pages are by event time. */
  readonly dayOf: (entry: Entry) => BusinessDate;
}

export const ownDay = ({ businessDate }: Entry): BusinessDate => businessDate;
