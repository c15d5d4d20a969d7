import type { Printed } from '../../../reports/document.js';
import type { Site } from '../../domain/product.js';
import type { DocumentName } from './documents.js';
import type { ReportScope } from './scope.js';

/** What a document is made from: the ledger, and what of it was asked for. */
export interface DocumentRequest {
  readonly scope: ReportScope;
  readonly site: Site;
  /** What the other documents of a packet have become: a sheet of contents says it. */
  readonly printed: PrintedOf;
}
export type PrintedOf = (document: DocumentName) => Promise<Printed>;
