import type { AuditItem, FileHash, LeafHash } from './ids.js';
import type { BusinessDate } from './measures/instant.js';
import type { RequestHead } from './requests/head.js';

/** Why a document was issued. */
export const ISSUE_PURPOSES = [
  'inspection',
  'audit',
  'investigation',
  'patient-request',
  'own-file',
  'other',
] as const;
export type IssuePurpose = (typeof ISSUE_PURPOSES)[number];

/** A document that somebody had printed to be kept or handed out: what it is of, and the hash of its file. */
export interface ReportIssuedRequest extends RequestHead {
  readonly kind: 'report-issued';
  readonly purpose: IssuePurpose;
  /** "ledger". */
  readonly document: string;
  readonly format: 'pdf' | 'csv' | 'json' | 'xlsx' | 'zip';
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** It says what the ledger said at this size, whose root is `root`. */
  readonly size: number;
  readonly root: LeafHash;
  readonly item: AuditItem | null;
  /** What else it was narrowed to: `container`, `41-3`. */
  readonly about: readonly { readonly what: string; readonly id: string }[];
  readonly paper: 'letter' | 'a4';
  /** The product and its release: another one may lay pages out in another way. */
  readonly release: string;
  /** Of the file as printed, before anybody signs it. */
  readonly file: FileHash;
}

/** Who was given what. */
export const RECIPIENTS = [
  'drug-enforcement',
  'state-authority',
  'other-authority',
  'court',
  'patient',
  'insurer',
  'other',
] as const;
export type Recipient = (typeof RECIPIENTS)[number];

export const MANNERS_OF_DISCLOSURE = ['paper', 'file', 'shown'] as const;
export type MannerOfDisclosure = (typeof MANNERS_OF_DISCLOSURE)[number];

/** Issued documents that left the site's hands. Who took them is personal, and stands in the request's personal fields. */
export interface DisclosureRequest extends RequestHead {
  readonly kind: 'disclosure';
  /** Lines that issued them. */
  readonly reports: readonly number[];
  readonly to: Recipient;
  /** Name of the agency or organisation; null for a person. */
  readonly organisation: string | null;
  readonly manner: MannerOfDisclosure;
  /** Number of the notice of inspection (DEA Form 82), subpoena or letter. */
  readonly reference: string | null;
}

/** The personal field that names who took them. */
export const TAKER_FIELD = 'taker';
export const BADGE_FIELD = 'badge';
