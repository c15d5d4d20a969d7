import { StreamableFile } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { rightsOf } from '../../domain/organisation.js';
import type { Right } from '../../domain/person.js';
import { CheckpointUnavailable } from '../../ledger/checkpoints.js';
import type { Clock } from '../../platform/clock.js';
import type { Asking } from '../../platform/http/asked.js';
import { Problem } from '../../platform/http/problem.js';
import type { AccessJournal } from '../../platform/journal/access-journal.js';
import type { ProcessLog } from '../../platform/process-log.js';
import type { OrganisationBook } from '../organisation-book.js';
import { kindOf, PACKET } from './documents.js';
import { issue } from './issued.js';
import { Digest } from './digest.js';
import type { Issued } from './issued.js';
import { checkPage, toldAtOnce } from './page-check.js';
import type { CheckedPage } from './page-check.js';
import type { PageCode } from './page-code.js';
import type { Printed } from './print-jobs.js';
import type { Prints } from './prints.store.js';
import type { OpenReport, Reports } from './reports.js';
import { SigningRefused } from './print-signing.js';
import type { PrintSigning } from './print-signing.js';
import { ReportRefused } from './scope.js';
import type { AskedReport } from './scope.js';

/** Documents that are printed at the same time: each takes a connection now and then, and the processor all the time. */
const MOST_AT_ONCE = 3;
const BUSY_RETRY_SECONDS = 5;
const UNSIGNED_RETRY_SECONDS = 2;

/** A document whose file is known, though nobody was given it. */
export interface HashedReport {
  readonly report: OpenReport;
  /** The product and its release. */
  readonly release: string;
  /** SHA-256 of the file, in hexadecimal. */
  readonly hash: string;
}

/** Hands documents out, and writes into the access journal who was given what. */
export class Desk implements OnApplicationShutdown {
  #printing = 0;
  /** Documents whose end is not in the journal yet. */
  readonly #ending = new Set<Promise<void>>();

  constructor(
    private readonly parts: {
      readonly reports: Reports;
      readonly prints: Prints;
      readonly organisation: OrganisationBook;
      readonly journal: AccessJournal;
      readonly clock: Clock;
      readonly log: ProcessLog;
      /** Entries of a period up to which a document is printed while it is sent. */
      readonly printEntries: number;
    },
  ) {}

  /** The last reader has the whole document before the journal has its end: the database stays until then. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.#ending);
  }

  async send(asking: Asking, asked: AskedReport, reply: FastifyReply): Promise<StreamableFile> {
    await this.refuseWithoutRight(asking, asked);
    this.#begin();
    try {
      const report = await this.#open(this.parts.reports.open(asked));
      refuseLong(report, this.parts.printEntries);
      return await this.#send(asking, report, reply);
    } catch (error) {
      this.#printing -= 1;
      throw error;
    }
  }

  /** Opens the document of a page that this person may have checked; nothing of it is printed. */
  async openPage(asking: Asking, code: PageCode): Promise<OpenReport> {
    if (code.site !== asking.site) throw refused('code', 'must be of a page of this site');
    await this.refuseWithoutRight(asking, code);
    const { reports } = this.parts;
    const report = await this.#open(reports.ofPage(code));
    await this.#tell(asking, report, [`page ${code.page}`, ...scopeWords(report)]);
    return report;
  }

  /** Says of one page whether the ledger prints it. What is long is never printed here: a job has to. */
  async check(asking: Asking, code: PageCode, reply: FastifyReply): Promise<CheckedPage> {
    const report = await this.openPage(asking, code);
    const told = toldAtOnce(report, code);
    if (told !== undefined) return told;
    refuseLong(report, this.parts.printEntries);
    const leaving = new AbortController();
    reply.raw.once('close', () => {
      leaving.abort(new Error('the reader left'));
    });
    this.#begin();
    try {
      const { signal } = leaving;
      return await checkPage(report, code, { signal });
    } finally {
      this.#printing -= 1;
    }
  }

  /** Opens a document that this person may have printed; nothing of it is printed. */
  async open(asking: Asking, asked: AskedReport): Promise<OpenReport> {
    await this.refuseWithoutRight(asking, asked);
    return this.#open(this.parts.reports.open(asked));
  }

  /** That a document which a job had printed was fetched. */
  async tellFetched(asking: Asking, printed: Printed): Promise<void> {
    const { person, site, address } = asking;
    const { fileName, identity, sha256, bytes, signed } = printed;
    const file = [`identity ${identity}`, `sha256 ${sha256}`, `bytes ${bytes}`];
    const about = [...file, ...(signed ? ['signed'] : []), 'by a job'];
    const act = fileName.replace(/-[0-9a-z]{12}-.*[.]/, '-');
    await this.parts.journal.write({ kind: 'printed', person, site, act, about, address });
  }

  /**
   * The hash of a document's file: that of a job which printed it, or of a print to nobody. What is long is never printed
   * here: a job has to have printed it before.
   */
  async hash(asked: AskedReport): Promise<HashedReport> {
    const { reports, prints, printEntries } = this.parts;
    const report = await this.#open(reports.open(asked));
    const { release } = reports;
    const printed = await prints.hashOf(asked.site, report.identity);
    if (printed !== undefined) return { report, release, hash: printed };
    refuseLong(report, printEntries);
    this.#begin();
    try {
      const digest = new Digest();
      digest.resume();
      await report.print(digest);
      return { report, release, hash: digest.hash };
    } finally {
      this.#printing -= 1;
    }
  }

  #begin(): void {
    if (this.#printing >= MOST_AT_ONCE) {
      throw Problem.of('service.busy', { retryAfterSeconds: BUSY_RETRY_SECONDS });
    }
    this.#printing += 1;
  }

  async #send(asking: Asking, report: OpenReport, reply: FastifyReply): Promise<StreamableFile> {
    const leaving = new AbortController();
    // Also after the last byte, when there is nothing left to stop.
    reply.raw.once('close', () => {
      leaving.abort(new Error('the reader left'));
    });
    await this.#tell(asking, report, scopeWords(report));
    const { stream, done } = await issue(report, leaving.signal);
    const ending = done.then((issued) => this.#finish(asking, report, issued));
    this.#ending.add(ending);
    void ending.finally(() => this.#ending.delete(ending));
    // Each signature is another one: the identity names the bytes before it.
    if (!report.scope.signed) reply.header('etag', `"${report.identity}"`);
    return new StreamableFile(stream, {
      type: report.contentType,
      // Never opened inside a page of ours.
      disposition: `attachment; filename="${report.fileName}"`,
    });
  }

  async #finish(asking: Asking, report: OpenReport, issued: Issued): Promise<void> {
    this.#printing -= 1;
    const { bytes, hash, unsigned } = issued;
    const end = hash === null ? 'cut off' : `sha256 ${hash}`;
    const before = unsigned === null ? [] : [`unsigned sha256 ${unsigned}`];
    const about = [`identity ${report.identity}`, end, ...before, `bytes ${bytes}`];
    try {
      await this.#tell(asking, report, about);
    } catch (error) {
      // The journal has the line that was written before the first byte.
      this.parts.log.error('end of a report not in the journal', { error });
    }
  }

  #tell(asking: Asking, { scope }: OpenReport, about: readonly string[]): Promise<void> {
    const { person, site, address } = asking;
    const act = `${scope.document}-${scope.format}`;
    return this.parts.journal.write({ kind: 'printed', person, site, act, about, address });
  }

  async #open(opening: Promise<OpenReport>): Promise<OpenReport> {
    try {
      return await opening;
    } catch (error) {
      if (error instanceof CheckpointUnavailable) {
        throw Problem.of('service.busy', {
          retryAfterSeconds: UNSIGNED_RETRY_SECONDS,
          cause: error,
        });
      }
      if (error instanceof SigningRefused) throw Problem.of(error.code);
      if (!(error instanceof ReportRefused)) throw error;
      if (error.field === 'site') throw Problem.of('site.not-found');
      throw refused(error.field, error.says);
    }
  }

  /** What prints are signed with; undefined where they are not. */
  get signing(): PrintSigning | undefined {
    return this.parts.reports.signing;
  }

  /** What whoever asks may do at the site now. */
  async rightsOf({ person, site }: Asking): Promise<ReadonlySet<Right>> {
    const organisation = await this.parts.organisation.organisation();
    return rightsOf(organisation, { person, site, at: this.parts.clock.now() });
  }

  /** The table of rights names one right for each endpoint; a document with names of patients needs another one. */
  async refuseWithoutRight(
    asking: Asking,
    { document }: Pick<AskedReport, 'document'>,
  ): Promise<void> {
    const right = kindOf(document).alsoNeeds;
    if (right === null) return;
    if ((await this.rightsOf(asking)).has(right)) return;
    const { person, site, address } = asking;
    const code = 'site.not-permitted';
    await this.parts.journal.write({
      kind: 'request-refused',
      person,
      site,
      code,
      act: right,
      address,
    });
    throw Problem.of(code, { facts: { right } });
  }
}

/**
 * A packet has every document in every form: it takes as long as this many of one of its documents. Its sheet of contents, which
 * counts the pages of all of them, has to print them as well.
 */
const DOCUMENTS_IN_PACKET = 10;
const OF_ALL_DOCUMENTS: readonly AskedReport['document'][] = [PACKET, 'contents'];

/** Nobody waits at an open connection for what takes a job. */
function refuseLong({ scope, entries }: OpenReport, most: number): void {
  const isOfAll = OF_ALL_DOCUMENTS.includes(scope.document);
  const own = isOfAll ? Math.floor(most / DOCUMENTS_IN_PACKET) : most;
  if (entries <= own) return;
  throw Problem.of('report.long', { facts: { entries: String(entries), most: String(own) } });
}

function refused(field: string, says: string): Problem {
  return Problem.of('request.invalid', { errors: [{ field, says }] });
}

function scopeWords({ scope, identity, head }: OpenReport): readonly string[] {
  const { from, to, item, narrow, paper, format, size, signed } = scope;
  return [
    `identity ${identity}`,
    `from ${from}`,
    `to ${to}`,
    `size ${head.size}`,
    size === null ? 'as happened' : 'as known',
    ...(item === null ? [] : [`item ${item}`]),
    ...Object.entries(narrow).map(([name, value]) => `${name} ${value}`),
    ...(format === 'pdf' ? [`paper ${paper}`] : []),
    ...(signed ? ['signed'] : []),
  ];
}
