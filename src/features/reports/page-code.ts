import { createHash } from 'node:crypto';
import { LAYOUT } from '../../../reports/layout.js';
import { base32 } from '../../../reports/page-code.js';
import type { AuditItem, LedgerId } from '../../domain/ids.js';
import { asId } from '../../domain/ids.js';
import { parseBusinessDate } from '../../domain/measures/instant.js';
import type { BusinessDate } from '../../domain/measures/instant.js';
import type { SignedHead } from '../../ledger/checkpoints.js';
import { DOCUMENTS } from './documents.js';
import type { DocumentName, Narrowing } from './documents.js';
import type { ReportScope } from './scope.js';

/** What the code of a page says (docs/PAGE-CODES.md), read and written. */
export interface PageCode {
  readonly document: DocumentName;
  readonly site: LedgerId;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly size: number;
  /** As it was known at the size; as it happened otherwise. */
  readonly isAsKnown: boolean;
  readonly paper: ReportScope['paper'];
  /** Mark of one audit item; null for all. */
  readonly item: string | null;
  readonly narrow: Narrowing;
  /** "0.1.0". */
  readonly release: string;
  /** Number of the layout; null in a code without one. */
  readonly layout: number | null;
  /** Beginning of the checkpoint's root. */
  readonly root: string;
  readonly page: number;
  readonly hash: string;
}

const FORM = 'CSP1';
const ROOT_BYTES = 10;
const ITEM_BYTES = 10;
const ALL = 'ALL';
/** Between the release and the number of its layout. */
const LAYOUT_MARK = '+L';

export const PAGE_CODE =
  /^CSP1\/([A-Z-]{1,40})\/([0-9A-Z]{12})\/(\d{8})\/(\d{8})\/([AT])([1-9]\d{0,14})\/([L4])\/([A-Z2-7]{3}|[A-Z2-7]{16})\/(ALL|[A-Z]:[0-9A-Z-]{1,80}(?:\+[A-Z]:[0-9A-Z-]{1,80}){0,5})\/([0-9A-Z.+-]{1,40})\/([A-Z2-7]{16})\/([1-9]\d{0,8})\/([A-Z2-7]{32})$/;

/** The part that all pages of a document share. */
export function pageCodeOf(scope: ReportScope, head: SignedHead, release: string): string {
  const { document, site, from, to, size, paper, item, narrow } = scope;
  return [
    FORM,
    document,
    site,
    from.replaceAll('-', ''),
    to.replaceAll('-', ''),
    `${size === null ? 'A' : 'T'}${head.size}`,
    paper === 'letter' ? 'L' : '4',
    item === null ? ALL : itemMark(item),
    narrowMark(narrow),
    `${versionOf(release)}${LAYOUT_MARK}${LAYOUT}`,
    rootMark(head.root),
  ]
    .join('/')
    .toUpperCase();
}

/** @returns undefined for what is not a page's code. */
export function readPageCode(text: string): PageCode | undefined {
  const found = PAGE_CODE.exec(text.trim().toUpperCase());
  if (found === null) return undefined;
  const [, name = '', site = '', from = '', to = '', basis, size, paper, item = ''] = found;
  const [narrowed = '', printedBy = '', root = '', page, hash = ''] = found.slice(9);
  const document = DOCUMENTS.find((each) => each.toUpperCase() === name);
  const [first, last] = [dayOf(from), dayOf(to)];
  const narrow = narrowingOf(narrowed);
  const [release = '', layout] = printedBy.split(LAYOUT_MARK);
  if (document === undefined || first === undefined || last === undefined) return undefined;
  if (narrow === undefined) return undefined;
  return {
    document,
    site: asId(site.toLowerCase()),
    from: first,
    to: last,
    size: Number(size),
    isAsKnown: basis === 'T',
    paper: paper === 'L' ? 'letter' : 'a4',
    item: item === ALL ? null : item,
    narrow,
    release: release.toLowerCase(),
    layout: layout === undefined ? null : Number(layout),
    root,
    page: Number(page),
    hash,
  };
}

export function itemMark(item: AuditItem): string {
  return base32(createHash('sha256').update(item, 'utf8').digest().subarray(0, ITEM_BYTES));
}

/** Letters in the order to write. */
const NARROWED_BY: Readonly<Record<keyof Narrowing, string>> = {
  container: 'C',
  loss: 'L',
  patient: 'T',
  practitioner: 'O',
  person: 'P',
  by: 'B',
  sort: 'S',
};
const NARROWINGS = Object.keys(NARROWED_BY) as readonly (keyof Narrowing)[];

function narrowMark(narrow: Narrowing): string {
  const marks = NARROWINGS.flatMap((name) => {
    const value = narrow[name];
    return value === undefined ? [] : [`${NARROWED_BY[name]}:${value}`];
  });
  return marks.length === 0 ? ALL : marks.join('+');
}

/** Ids have no capitals, so none is lost. */
function narrowingOf(mark: string): Narrowing | undefined {
  if (mark === ALL) return {};
  const found: [keyof Narrowing, string][] = [];
  for (const each of mark.split('+')) {
    const name = NARROWINGS.find((narrowing) => NARROWED_BY[narrowing] === each[0]);
    if (name === undefined || found.some(([known]) => known === name)) return undefined;
    found.push([name, each.slice(2).toLowerCase()]);
  }
  // What the document takes of it is looked at where it is opened.
  return Object.fromEntries(found);
}

export function rootMark(root: Uint8Array): string {
  return base32(root.subarray(0, ROOT_BYTES));
}

/** "Countersign 0.1.0" of "0.1.0". */
export const releaseOf = (version: string): string => `Countersign ${version}`;

/** "0.1.0" of "Countersign 0.1.0". */
function versionOf(release: string): string {
  return (release.split(' ').at(-1) ?? release).toUpperCase();
}

function dayOf(digits: string): BusinessDate | undefined {
  return parseBusinessDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
}
