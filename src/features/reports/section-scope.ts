import type { PrintedItem } from '../../../reports/words.js';
import type { AuditItem } from '../../domain/ids.js';
import type { Days } from './register.sql.js';

/** The audit item and period that lines are printed for. */
export interface SectionScope {
  readonly id: AuditItem;
  readonly item: PrintedItem;
  readonly days: Days;
}
