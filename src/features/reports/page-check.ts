import { LAYOUT } from '../../../reports/layout.js';
import type { ToldPage } from '../../../reports/page-code.js';
import { nowhere } from './nowhere.js';
import type { PageCode } from './page-code.js';
import { rootMark } from './page-code.js';
import type { PrintingOptions } from './printing-options.js';
import type { OpenReport } from './reports.js';

/** What is to be said of one page. */
export type PageStanding =
  /** The ledger prints this very page at that size. */
  | 'as-printed'
  /** It prints another one: the code is not of this ledger, or the page is not what it says. */
  | 'differs'
  /** Another release printed it, in a layout that this one does not know. */
  | 'other-release';

export interface CheckedPage {
  readonly standing: PageStanding;
  /** The page as the ledger prints it now; null where it has none of this number. */
  readonly page: Pick<ToldPage, 'text'> | null;
}

/** What can be said of a page before anything is printed; undefined where the document has to be. */
export function toldAtOnce(report: OpenReport, code: PageCode): CheckedPage | undefined {
  if (code.layout !== LAYOUT) return { standing: 'other-release', page: null };
  if (rootMark(report.head.root) !== code.root) return { standing: 'differs', page: null };
  return undefined;
}

/** Prints the document up to the page, and compares. */
export async function checkPage(
  report: OpenReport,
  code: PageCode,
  options: { readonly signal: AbortSignal } & Pick<PrintingOptions, 'onProgress'>,
): Promise<CheckedPage> {
  const told = toldAtOnce(report, code);
  if (told !== undefined) return told;
  const page = await printedPage(report, code.page, options);
  return { standing: page?.hash === code.hash ? 'as-printed' : 'differs', page };
}

async function printedPage(
  report: OpenReport,
  number: number,
  { signal, ...options }: Parameters<typeof checkPage>[2],
): Promise<ToldPage | null> {
  const enough = new AbortController();
  let found: ToldPage | null = null;
  const printing = report.print(nowhere(), {
    ...options,
    signal: AbortSignal.any([signal, enough.signal]),
    onPageText: (page: ToldPage) => {
      if (page.number !== number) return;
      found = page;
      enough.abort();
    },
  });
  await printing.catch((error: unknown) => {
    if (!enough.signal.aborted) throw error;
  });
  return found;
}
