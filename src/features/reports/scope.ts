import { createHash } from 'node:crypto';
import type { Paper } from '../../../reports/paper.js';
import { SHEET_FORMATS } from '../../../reports/formats.js';
import type { AuditItem, LedgerId } from '../../domain/ids.js';
import type { BusinessDate } from '../../domain/measures/instant.js';
import type { JournalEnd } from './access.sql.js';
import type { DocumentName, Narrowing, PACKET } from './documents.js';
import { encode } from '../../evidence/canonical.js';
import type { SignedHead } from '../../ledger/checkpoints.js';

export const FORMATS = ['pdf', ...SHEET_FORMATS] as const;
export type Format = (typeof FORMATS)[number] | 'zip';

/** A document as it is asked for. What is left out is filled from the ledger. */
export interface AskedReport {
  readonly document: DocumentName | typeof PACKET;
  readonly format: Format;
  readonly site: LedgerId;
  readonly from: BusinessDate | null;
  readonly to: BusinessDate | null;
  /** One audit item; null for all. */
  readonly item: AuditItem | null;
  /** What else the document is about: one container, one person. Empty for all of it. */
  readonly narrow: Narrowing;
  readonly paper: Paper;
  /** As it was known at this size of the ledger; null for everything that is recorded now. */
  readonly size: number | null;
  /** With the electronic signature of the deployment's certificate: the same bytes, and an update after them. */
  readonly signed: boolean;
}

/** A document with nothing left open. */
export interface ReportScope extends AskedReport {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** A document that cannot be printed as it is asked for. */
export class ReportRefused extends Error {
  override readonly name = 'ReportRefused';

  constructor(
    /** What of the asked is wrong. */
    readonly field: 'site' | 'size' | 'to' | 'item' | 'signed' | keyof Narrowing,
    /** What it must be: "must be the size of a signed checkpoint". */
    readonly says: string,
  ) {
    super(`${field} ${says}`);
  }
}

const LANGUAGE = 'en-US';

/**
 * Names a document: what has the same identity has the same bytes, for as long as nothing of it was erased. A signature comes
 * after them and is no part of it: each is another one.
 */
export function identityOf(
  scope: ReportScope,
  head: SignedHead,
  of: { readonly release: string; readonly journal: JournalEnd | null },
): string {
  const { release, journal } = of;
  const { document, format, from, to, item, narrow, paper, size } = scope;
  const told = {
    document,
    format,
    from,
    item,
    // Named only where it is printed.
    ...(journal === null ? {} : { journal: [journal.lines, journal.last] }),
    known: size === null ? 'all' : 'then',
    language: LANGUAGE,
    narrow: Object.entries(narrow)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, String(value)]),
    origin: head.origin,
    // Contents list the pages of others in every form.
    paper: format === 'pdf' || document === 'contents' ? paper : null,
    release,
    root: Buffer.from(head.root).toString('base64'),
    size: head.size,
    to,
  };
  return createHash('sha256').update(encode(told)).digest('hex');
}

/** "ledger-site00000001-2026-03-01-2026-03-31-1234.pdf", or "…-1234-signed.pdf" */
export function fileNameOf(
  { document, format, site, from, to, signed }: ReportScope,
  size: number,
): string {
  return `${document}-${site}-${from}-${to}-${size}${signed ? '-signed' : ''}.${format}`;
}
