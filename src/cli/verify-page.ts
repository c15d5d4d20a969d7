/** Checks one printed page by the text of its QR code, without a service that runs. */
import { resolve } from 'node:path';
import { rootFrom } from '../evidence/tree-prover.js';
import { subtreesIn } from '../evidence/file-store.js';
import { folderStore } from '../ledger/offline/folder-store.js';
import { verifyFolder } from '../ledger/offline/verify-folder.js';
import type { PageCode } from '../features/reports/page-code.js';
import { CommandRefused } from './command-refused.js';

/** Against the register in the database: prints the document again up to the page. */
export async function verifyPageInDatabase(text: string): Promise<void> {
  const [{ VisitedRegister }, { Reports }, { checkPage }, { tellingErrors }, { ReportRefused }] =
    await Promise.all([
      import('./visited-register.js'),
      import('../features/reports/reports.js'),
      import('../features/reports/page-check.js'),
      import('./telling-errors.js'),
      import('../features/reports/scope.js'),
    ]);
  await tellingErrors(async () => {
    const code = await codeOf(text);
    await VisitedRegister.visit(async (register) => {
      const { site, organisation } = await register.ledgersOf(code.site);
      const { pool, reader, checkpoints } = register;
      const reports = new Reports({
        pool,
        reader,
        checkpoints,
        organisation: () => Promise.resolve(organisation),
      });
      const report = await reports.ofPage(code).catch((error: unknown) => {
        if (!(error instanceof ReportRefused)) throw error;
        throw new CommandRefused(`the page is of nothing in this ledger: its ${error.message}`);
      });
      await register.journal({
        kind: 'printed',
        site,
        act: `${code.document}-pdf`,
        about: [`identity ${report.identity}`, `page ${code.page}`, 'by the operator'],
      });
      const never = new AbortController().signal;
      const { standing, page } = await checkPage(report, code, { signal: never });
      if (standing !== 'as-printed') {
        fail(SENTENCES[standing](code));
        return;
      }
      process.stdout.write(
        `Page ${code.page} is what the ledger prints: ${code.document}, ${code.from} to ${code.to}, at ` +
          `ledger size ${code.size}. It reads as follows; hold it beside the paper.\n\n${page?.text ?? ''}`,
      );
    });
  });
}

const SENTENCES = {
  differs: ({ page, size }: PageCode): string =>
    `The ledger prints another page ${page} at size ${size}, or none: the code is not of this ledger, or was changed.`,
  'other-release': ({ release, layout }: PageCode): string =>
    `Release ${release} printed the page in layout ${layout}, which this release does not know: check it with that one.`,
} as const;

/** Against an export: whether the page was printed from this very log. What it says can only be printed by a database. */
export async function verifyPageInExport(text: string, folder: string): Promise<void> {
  const { tellingErrors } = await import('./telling-errors.js');
  await tellingErrors(async () => {
    const code = await codeOf(text);
    const { rootMark } = await import('../features/reports/page-code.js');
    const found = await verifyFolder({ folder: resolve(folder) });
    if (typeof found === 'string') {
      fail(`${found}.`);
      return;
    }
    const ledger = found.find(({ name }) => name === 'ledger');
    if (ledger === undefined || ledger.wrong !== null) {
      fail(`The export does not hold: ${ledger?.wrong ?? 'it has no ledger'}.`);
      return;
    }
    const size = ledger.checkpoint?.size ?? 0;
    if (code.size > size) {
      fail(`The page is of size ${code.size}, and the export ends at ${size}.`);
      return;
    }
    const store = folderStore(resolve(folder));
    const root = await rootFrom(code.size, subtreesIn(store, size));
    if (rootMark(root) !== code.root) {
      fail(`The page is of another ledger: at size ${code.size} this one has another root.`);
      return;
    }
    process.stdout.write(
      `The page was printed from this ledger at size ${code.size}: its root is the one in the code. Whether the page itself ` +
        'is as printed, a database with the names says: countersign verify page CODE.\n',
    );
  });
}

async function codeOf(text: string): Promise<PageCode> {
  const { readPageCode } = await import('../features/reports/page-code.js');
  const code = readPageCode(text);
  if (code !== undefined) return code;
  throw new CommandRefused(
    'this is not the text of a page’s QR code, which begins with CSP1/: scan the code again',
  );
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
