import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { CommandRefused } from './command-refused.js';
import { asId } from '../domain/ids.js';
import type { LedgerId } from '../domain/ids.js';
import { parseBusinessDate } from '../domain/measures/instant.js';
import type { BusinessDate } from '../domain/measures/instant.js';
import {
  ARRANGEMENTS,
  DOCUMENTS,
  kindOf,
  PACKET,
  SORTS,
  takenBy,
} from '../features/reports/documents.js';
import type { Arrangement, DocumentName, Narrowing, Sort } from '../features/reports/documents.js';
import { FORMATS } from '../features/reports/scope.js';
import type { OpenReport } from '../features/reports/reports.js';
import type { AskedReport, Format } from '../features/reports/scope.js';
import { SystemClock } from '../platform/clock.js';
import { settingsHelp } from './settings-help.js';
import { waitForEnd } from './wait-for-end.js';

interface ReportOptions {
  readonly site: string;
  readonly from?: BusinessDate;
  readonly to?: BusinessDate;
  readonly item?: string;
  readonly size?: number;
  readonly paper: 'letter' | 'a4';
  readonly container?: string;
  readonly loss?: string;
  readonly patient?: string;
  readonly practitioner?: string;
  readonly person?: string;
  readonly by?: Arrangement;
  readonly sort?: Sort;
  readonly format?: Format;
  readonly out?: string;
  readonly signed: boolean;
}

/** Why a print cannot be signed, and the way out. */
const NOT_SIGNED = {
  'report.no-certificate':
    '--signed needs a certificate: set COUNTERSIGN_PRINT_CERT and COUNTERSIGN_PRINT_CERT_PASSPHRASE_FILE, or leave it out.',
  'report.certificate-not-valid':
    '--signed needs a certificate that is valid today: have COUNTERSIGN_PRINT_CERT name one, or leave it out.',
} as const;

/** `countersign report <document>`: prints a document of a site into a file. */
export function registerReport(program: Command): void {
  const report = program.command('report').description('print a document of a site');
  for (const document of [PACKET, ...DOCUMENTS] as const) registerDocument(report, document);
}

function registerDocument(report: Command, document: DocumentName | typeof PACKET): void {
  const command = report
    .command(document)
    .description(kindOf(document).says)
    .requiredOption('--site <id>', 'the site whose ledger it is')
    .option('--from <date>', 'first day of business; that of the first entry if left out', readDate)
    .option('--to <date>', 'last day of business; that of the checkpoint if left out', readDate)
    .option('--size <entries>', 'as it was known at this size of the ledger', readSize)
    .addOption(
      new Option('--paper <paper>', 'size of the paper')
        .choices(['letter', 'a4'])
        .default('letter'),
    )
    .addOption(
      new Option('--format <format>', 'pdf, unless the name in --out ends in another').choices([
        ...FORMATS,
      ]),
    )
    .option('--out <file>', 'where to write it; a name of its own in this folder if left out')
    .option('--signed', 'sign PDFs with the certificate that COUNTERSIGN_PRINT_CERT names', false)
    .addHelpText('after', settingsHelp())
    .action((options: ReportOptions) => printReport(document, options));
  for (const name of takenBy(kindOf(document))) command.addOption(NARROWING_OPTIONS[name]());
}

const NARROWING_OPTIONS: Readonly<Record<'item' | keyof Narrowing, () => Option>> = {
  item: () => new Option('--item <words>', 'one audit item; all if left out'),
  container: () => new Option('--container <id>', 'one container: 41-3'),
  loss: () => new Option('--loss <id>', 'one theft or loss: 91-1'),
  patient: () => new Option('--patient <id>', 'one patient'),
  practitioner: () => new Option('--practitioner <id>', 'one ordering practitioner: person-12'),
  person: () => new Option('--person <id>', 'one person: person-12'),
  by: () => new Option('--by <whom>', 'what lines stand under').choices([...ARRANGEMENTS]),
  sort: () =>
    new Option('--sort <by>', 'what lines are sorted by; in register order if left out').choices([
      ...SORTS,
    ]),
};

async function printReport(
  document: DocumentName | typeof PACKET,
  options: ReportOptions,
): Promise<void> {
  const [
    { VisitedRegister },
    { Reports },
    { ReportRefused },
    { openPrintSigning, SigningRefused },
    { tellingErrors },
  ] = await Promise.all([
    import('./visited-register.js'),
    import('../features/reports/reports.js'),
    import('../features/reports/scope.js'),
    import('../features/reports/print-signing.js'),
    import('./telling-errors.js'),
  ]);
  await tellingErrors(() =>
    VisitedRegister.visit(async (register) => {
      const { site, organisation } = await register.ledgersOf(options.site);
      const { pool, reader, checkpoints } = register;
      const { printCertificate } = register.database.config;
      const reports = new Reports({
        pool,
        reader,
        checkpoints,
        organisation: () => Promise.resolve(organisation),
        signing: options.signed
          ? await openPrintSigning(printCertificate, new SystemClock())
          : undefined,
      });
      const report = await reports
        .open(askedOf(document, site, options))
        .catch((error: unknown) => {
          if (error instanceof SigningRefused) throw new CommandRefused(NOT_SIGNED[error.code]);
          if (!(error instanceof ReportRefused)) throw error;
          throw new CommandRefused(`--${error.field} ${error.says}`);
        });
      await register.journal({
        kind: 'printed',
        site,
        act: `${document}-${report.scope.format}`,
        about: [`identity ${report.identity}`, 'by the operator'],
      });
      await write(report, resolve(options.out ?? report.fileName));
    }),
  );
}

/**
 * Writes beside the name that it will have, so that no half of a document is ever taken for the whole. Whoever stops it
 * leaves nothing behind.
 */
async function write(report: OpenReport, path: string): Promise<void> {
  const [{ progressBar }, { Digest }] = await Promise.all([
    import('./progress-bar.js'),
    import('../features/reports/digest.js'),
  ]);
  const part = `${path}.part`;
  const bar = progressBar(report.scope.document);
  const digest = new Digest();
  const stop = new AbortController();
  let unsigned: string | null = null;
  void waitForEnd().reason.then((signal) => {
    stop.abort(new CommandRefused(`It was stopped (${signal}), and nothing was written.`));
  });
  try {
    const [outcome] = await Promise.all([
      report.print(digest, {
        signal: stop.signal,
        onProgress: (share) => {
          bar.reach(Math.round(share * report.entries), report.entries);
        },
      }),
      pipeline(digest, createWriteStream(part)),
    ]);
    await rename(part, path);
    unsigned = outcome.unsigned;
  } catch (error) {
    await rm(part, { force: true });
    stop.signal.throwIfAborted();
    throw error;
  } finally {
    bar.end();
  }
  tell(report, { path, sha256: digest.hash, unsigned });
}

/** Nobody is signed in at a command, so nobody issues anything by it (docs/decisions/0008). */
function tell(
  { scope, head, identity }: OpenReport,
  file: { readonly path: string; readonly sha256: string; readonly unsigned: string | null },
): void {
  const { path, sha256, unsigned } = file;
  const before = unsigned === null ? '' : `, without the signature ${unsigned}`;
  const what = unsigned === null ? 'it' : 'without its signature it';
  const again =
    scope.size === null ? ` Printed with --size ${head.size}, ${what} is that very file.` : '';
  process.stdout.write(
    `${path} (ledger size ${head.size}, identity ${identity})\n` +
      `SHA-256 ${sha256}${before}. ` +
      `Printed, not issued: whoever hands it out issues it first, under Reports.${again}\n`,
  );
}

function askedOf(
  document: DocumentName | typeof PACKET,
  site: LedgerId,
  options: ReportOptions,
): AskedReport {
  const { from, to, item, size, paper, format, out, signed } = options;
  const { container, loss, patient, practitioner, person, by, sort } = options;
  return {
    document,
    format:
      document === PACKET
        ? 'zip'
        : (format ?? FORMATS.find((each) => out?.endsWith(`.${each}`)) ?? 'pdf'),
    site,
    from: from ?? null,
    to: to ?? null,
    item: item === undefined ? null : asId(item),
    narrow: {
      ...(container === undefined ? {} : { container: asId(container) }),
      ...(loss === undefined ? {} : { loss: asId(loss) }),
      ...(patient === undefined ? {} : { patient: asId(patient) }),
      ...(practitioner === undefined ? {} : { practitioner: asId(practitioner) }),
      ...(person === undefined ? {} : { person: asId(person) }),
      ...(by === undefined ? {} : { by }),
      ...(sort === undefined ? {} : { sort }),
    },
    paper,
    size: size ?? null,
    signed,
  };
}

function readDate(text: string): BusinessDate {
  const date = parseBusinessDate(text);
  if (date === undefined) throw new InvalidArgumentError('It must be a date, such as 2026-11-22.');
  return date;
}

function readSize(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text))
    throw new InvalidArgumentError('It must be a number of entries.');
  return Number(text);
}
