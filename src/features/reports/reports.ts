import type { Writable } from 'node:stream';
import type pg from 'pg';
import type { Printed } from '../../../reports/document.js';
import type { Basis, ReportHead } from '../../../reports/head.js';
import type { Entry } from '../../domain/entry.js';
import type { AuditItem, LedgerId } from '../../domain/ids.js';
import { businessDateOf, earliest, endOfDay } from '../../domain/measures/instant.js';
import type { Site } from '../../domain/product.js';
import type { Checkpoints, SignedHead } from '../../ledger/checkpoints.js';
import type { LedgerReader } from '../../ledger/ledger-reader.js';
import { readJournalEnd } from './access.sql.js';
import { PACKET } from './documents.js';
import type { DocumentName } from './documents.js';
import { readProducts } from './item-balance.js';
import type { Products } from './item-balance.js';
import { KeptRows } from './kept-rows.js';
import { auditItems } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import { refuseForeignNarrowing, refuseUnknownItem, refuseUnknownNarrowing } from './narrowing.js';
import type { PacketParts } from './packet.js';
import type { PrintingOptions } from './printing-options.js';
import { itemMark, pageCodeOf, releaseOf } from './page-code.js';
import type { PageCode } from './page-code.js';
import { signingOf } from './print-signing.js';
import type { PrintSigning } from './print-signing.js';
import { nowhere } from './nowhere.js';
import type { Outlet, PrintOutcome } from './printing.js';
import type { PrintedOf } from './document-request.js';
import { Progress } from './progress.js';
import { Reading } from './reading.js';
import { readSpan } from './register.sql.js';
import { releaseName } from './release.js';
import { fileNameOf, identityOf, ReportRefused } from './scope.js';
import type { AskedReport, Format, ReportScope } from './scope.js';
import { Staff } from './staff.js';

export interface ReportsParts {
  readonly pool: pg.Pool;
  readonly reader: LedgerReader;
  readonly checkpoints: Checkpoints;
  /** The organisation's ledger. */
  readonly organisation: () => Promise<LedgerId>;
  /** What prints are signed with; none is where it is left out. */
  readonly signing?: PrintSigning | undefined;
}

/** A document that is ready to be printed: everything that could be refused was looked at. */
export interface OpenReport {
  readonly scope: ReportScope;
  /** Names the document; the same identity gives the same bytes. */
  readonly identity: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly head: SignedHead;
  /** Entries of the period. */
  readonly entries: number;
  /** Prints it as fast as `out` takes it, and ends `out`. */
  print(out: Writable, options?: PrintingOptions): Promise<PrintOutcome>;
}

const CONTENT_TYPES: Readonly<Record<Format, string>> = {
  zip: 'application/zip',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Documents whose bytes depend on the access journal: the contents by the pages of those that print it. */
const OF_JOURNAL: readonly (typeof PACKET | DocumentName)[] = ['access', 'contents', PACKET];

/** Prints the documents of sites from their ledgers. */
export class Reports {
  readonly release = releaseName();

  constructor(private readonly parts: ReportsParts) {}

  /** What prints are signed with; undefined where they are not. */
  get signing(): PrintSigning | undefined {
    return this.parts.signing;
  }

  /** @throws ReportRefused for what cannot be printed, SigningRefused for what cannot be signed. */
  async open(asked: AskedReport): Promise<OpenReport> {
    return this.#openOn(await this.#groundAt(asked.site, await this.#headAt(asked)), asked);
  }

  /** The document that a page says it is of. */
  async ofPage(code: PageCode): Promise<OpenReport> {
    const { site, size, isAsKnown, document, from, to, paper, narrow } = code;
    const head = await this.#headAt({ site, size });
    const item = code.item === null ? null : await this.#itemOf(site, code.item);
    const known = isAsKnown ? size : null;
    const what = { document, format: 'pdf', site, from, to, item, narrow, paper } as const;
    const scope = { ...what, size: known, signed: false };
    // What a page says of itself names the release that printed it.
    const ground = await this.#groundAt(site, head);
    return this.#openOn(ground, scope, releaseOf(code.release));
  }

  async #itemOf(site: LedgerId, mark: string): Promise<AuditItem> {
    const items = await auditItems(this.parts.reader, site);
    const found = items.find((item) => itemMark(item) === mark);
    if (found === undefined) throw new ReportRefused('item', 'must be one of this site');
    return found;
  }

  async #groundAt(ledger: LedgerId, head: SignedHead): Promise<Ground> {
    const organisation = await this.parts.organisation();
    const { pool, reader } = this.parts;
    const staff = await Staff.load(reader, organisation, ledger);
    const products = await readProducts(reader, organisation);
    const reading = new Reading({ pool, reader, ledger, size: head.size, staff });
    return { organisation, staff, products, frame: await frameOf(reading, head) };
  }

  async #openOn(ground: Ground, asked: AskedReport, release = this.release): Promise<OpenReport> {
    const signing = signingOf(asked, this.parts.signing);
    const { scope, site, parts } = await this.#documentOn(ground, asked, release);
    const { head } = ground.frame;
    return {
      scope,
      identity: identityOf(scope, head, { release, journal: parts.journal }),
      head,
      entries: parts.span?.entries ?? 0,
      fileName: fileNameOf(scope, head.size),
      contentType: CONTENT_TYPES[scope.format],
      print: async (out, options = {}) => {
        if (scope.document === PACKET) {
          await this.#writePacket(scope, ground, { out, options, signing });
          return { unsigned: null, printed: null };
        }
        const progress = new Progress(options.onProgress);
        const kept = new KeptRows('one-form');
        // Loaded with the first print: no start waits for what draws pages.
        const { printableOf, printAs } = await import('./printing.js');
        const printed: PrintedOf = (document) =>
          this.#counted({ ground, scope, release }, document, options);
        const printable = printableOf({ ...parts, progress, kept }, { scope, site, printed });
        const outcome = await printAs(scope, printable, { ...stoppable(out, options), signing });
        progress.end();
        return outcome;
      },
    };
  }

  async #documentOn(ground: Ground, asked: AskedReport, release: string): Promise<OpenDocument> {
    const { organisation, products, frame } = ground;
    const { site: ledger } = asked;
    const { head } = frame;
    const { pool, reader } = this.parts;
    const staff = ground.staff.anew();
    const reading = new Reading({ pool, reader, ledger, size: head.size, staff });
    const scope = filledScope(asked, frame);
    await refuseUnknownItem(reading, scope.item, products);
    await refuseUnknownNarrowing(reading, scope);
    const days = { from: scope.from, to: scope.to };
    const span = await readSpan(pool, reading.below, days);
    const own = printedHead({ frame, scope, staff, release });
    const isOfJournal = OF_JOURNAL.includes(scope.document);
    // Nothing that came after the checkpoint is printed: the same document can be printed again.
    const end = earliest(endOfDay(days.to, frame.site.zone), head.recordedAt);
    const journal = isOfJournal ? await readJournalEnd(pool, end) : null;
    const parts = { reading, days, span, products, organisation, journal, head: own };
    return { scope, site: frame.site, parts };
  }

  /** Prints a document of the packet to know its pages: only a sheet of contents that is printed alone needs it. */
  async #counted(
    of: { readonly ground: Ground; readonly scope: ReportScope; readonly release: string },
    document: DocumentName,
    { signal }: PrintingOptions,
  ): Promise<Printed> {
    const { ground, scope, release } = of;
    const { size } = ground.frame.head;
    const asked = { ...scope, document, format: 'pdf', size, signed: false } as const;
    const report = await this.#openOn(ground, asked, release);
    const { printed } = await report.print(nowhere(), signal === undefined ? {} : { signal });
    if (printed === null) throw new Error(`expected pages of ${document}, found none`);
    return printed;
  }

  /** Every document as it was known at the packet's own size, so that each can be printed again alone. */
  async #writePacket(
    scope: ReportScope,
    ground: Ground,
    to: {
      readonly out: Writable;
      readonly options: PrintingOptions;
      readonly signing: PrintSigning | undefined;
    },
  ): Promise<void> {
    const { writePacket } = await import('./packet.js');
    const { printableOf, printAs } = await import('./printing.js');
    const { reader } = this.parts;
    const { head } = ground.frame;
    const open: PacketParts['open'] = async (document, printed) => {
      const asked = { ...scope, document, size: head.size };
      const own = await this.#documentOn(ground, asked, this.release);
      const rest = { progress: new Progress(), kept: new KeptRows('all-forms') };
      const printable = printableOf({ ...own.parts, ...rest }, { ...own, printed });
      return (format, out, options) => {
        const signing = format === 'pdf' ? to.signing : undefined;
        const outlet = { ...stoppable(out, options), signing };
        return printAs({ ...scope, format }, printable, outlet);
      };
    };
    const leaves = async function* (): AsyncGenerator<Uint8Array> {
      const range = { from: 0, to: head.size };
      for await (const { leaf } of reader.leaves(scope.site, range)) yield leaf;
    };
    await writePacket({ head, open, leaves }, to.out, to.options);
  }

  async #headAt({ site, size }: Pick<AskedReport, 'site' | 'size'>): Promise<SignedHead> {
    const { checkpoints } = this.parts;
    const head = size === null ? await checkpoints.now(site) : await checkpoints.ofSize(site, size);
    if (head !== undefined) return head;
    if (size === null) throw new ReportRefused('site', 'must have a ledger');
    const newest = await checkpoints.latest(site);
    const known = newest === undefined ? '' : `; the newest is of ${newest.size}`;
    throw new ReportRefused('size', `must be that of a signed checkpoint${known}`);
  }
}

/** A document in no form yet. */
interface OpenDocument {
  readonly scope: ReportScope;
  readonly site: Site;
  readonly parts: Omit<DocumentParts, 'progress' | 'kept'>;
}

/** What all documents of a site have in common at one size of its ledger. */
interface Ground {
  readonly organisation: LedgerId;
  readonly staff: Staff;
  readonly products: Products;
  readonly frame: Frame;
}

/** What a document has from the ends of the register: its first line, and the registration when the last was recorded. */
interface Frame {
  readonly head: SignedHead;
  readonly first: Entry;
  readonly site: Site;
}

async function frameOf(reading: Reading, head: SignedHead): Promise<Frame> {
  const entries = await reading.entries([0, head.size - 1]);
  const first = entries.get(0);
  const last = entries.get(head.size - 1);
  if (first === undefined || last === undefined) throw new Error('expected a line, found none');
  return { head, first, site: reading.staff.registration(last) };
}

/** From the first entry of the ledger to the day of the checkpoint, unless said otherwise. */
function filledScope(asked: AskedReport, { head, first, site }: Frame): ReportScope {
  const from = asked.from ?? first.businessDate;
  const to = asked.to ?? businessDateOf(head.recordedAt, site.zone);
  if (to < from) {
    throw new ReportRefused('to', 'must not be earlier than the beginning of the period');
  }
  refuseForeignNarrowing(asked);
  return { ...asked, from, to };
}

function printedHead(parts: {
  readonly frame: Frame;
  readonly scope: ReportScope;
  readonly staff: Staff;
  readonly release: string;
}): ReportHead {
  const { frame, scope, staff, release } = parts;
  const { head, first, site } = frame;
  const { request } = first;
  const basis: Basis =
    scope.size === null
      ? { kind: 'as-happened' }
      : { kind: 'as-known', at: head.recordedAt, size: head.size };
  return {
    registrant: { name: site.registrant, address: site.address, deaNumber: site.deaNumber },
    site: { name: site.name, zone: site.zone },
    period: { from: scope.from, to: scope.to },
    basis,
    clock: request.kind === 'opened' ? request.clock : 'real',
    release,
    pageCode: pageCodeOf(scope, head, release),
    checkpoint: {
      origin: head.origin,
      size: head.size,
      root: head.root,
      notedAt: head.recordedAt,
      keyId: head.keyId,
    },
    people: () => staff.signatureKey(),
  };
}

/** The writers of CSV take no signal: what they write to is closed under them instead. */
function stoppable(
  out: Writable,
  { signal, onPageText }: PrintingOptions,
): Omit<Outlet, 'signing'> {
  const stop = (): unknown => out.destroy(signal?.reason as Error);
  signal?.addEventListener('abort', stop, { once: true });
  // A packet prints many documents under one signal.
  out.once('close', () => signal?.removeEventListener('abort', stop));
  return { out, signal, onPageText };
}
