/** Prints every document of the last two years of a ledger in every form, as the command `report` does, and says how long each took. */
import { Writable } from 'node:stream';
import { VisitedRegister } from '../../src/cli/visited-register.js';
import type { LedgerId, PersonId } from '../../src/domain/ids.js';
import { addDays, businessDateOf } from '../../src/domain/measures/instant.js';
import type { BusinessDate } from '../../src/domain/measures/instant.js';
import { DOCUMENTS, isOfWholeSite, PACKET } from '../../src/features/reports/documents.js';
import type { DocumentName, Narrowing } from '../../src/features/reports/documents.js';
import { Reports } from '../../src/features/reports/reports.js';
import type { Format } from '../../src/features/reports/scope.js';

export interface PrintedWindow {
  readonly document: DocumentName | typeof PACKET;
  readonly format: Format;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly bytes: number;
}

export interface WindowFound {
  readonly lines: number;
  readonly linesOfWindow: number;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly printed: readonly PrintedWindow[];
  readonly peakMiB: number;
}

const TWO_YEARS = 731;
const FORMATS = ['pdf', 'csv', 'json', 'xlsx'] as const satisfies readonly Format[];

interface Window {
  readonly site: LedgerId;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** What is asked for: in turn every document of the whole site, one person’s entries, and the packet; or those that are named. */
async function measure(named: readonly string[]): Promise<WindowFound> {
  return VisitedRegister.visit(async ({ pool, reader, checkpoints }) => {
    const heads = await reader.heads();
    const site = heads.find(({ scope }) => scope === 'site')?.ledger;
    const organisation = heads.find(({ scope }) => scope === 'organisation')?.ledger;
    if (site === undefined || organisation === undefined) throw new Error('there is no site');
    const reports = new Reports({
      pool,
      reader,
      checkpoints,
      organisation: () => Promise.resolve(organisation),
    });
    const window = await lastTwoYears(reader, site);
    const wanted = (name: string): boolean => named.length === 0 || named.includes(name);
    const printed: PrintedWindow[] = [];
    let linesOfWindow = 0;
    const print = async (
      document: PrintedWindow['document'],
      format: Format,
      narrow: Narrowing = {},
    ): Promise<void> => {
      if (!wanted(document) && !wanted(`${document}.${format}`)) return;
      const found = await printOne(reports, window, { document, format, narrow });
      linesOfWindow = found.entries;
      printed.push(found);
      process.stderr.write(`${document}.${format} ${found.seconds.toFixed(1)} s\n`);
    };
    for (const format of FORMATS) {
      for (const document of DOCUMENTS.filter(isOfWholeSite)) await print(document, format);
      await print('entries', format, { person: await busiest(reader, site) });
    }
    await print('dispensing', 'pdf', { by: 'patient' });
    await print(PACKET, 'zip');
    const lines = heads.find(({ ledger }) => ledger === site)?.size ?? 0;
    const peakMiB = process.resourceUsage().maxRSS / 1024;
    return { lines, linesOfWindow, from: window.from, to: window.to, printed, peakMiB };
  });
}

type Reader = VisitedRegister['reader'];

async function lastTwoYears(reader: Reader, site: LedgerId): Promise<Window> {
  const register = await reader.cell(site, 'register', 'register');
  const [last] = await reader.entries(site, { order: 'newest', limit: 1 });
  if (register?.site == null || last === undefined) throw new Error('the site has no lines');
  const to = businessDateOf(last.entry.recordedAt, register.site.zone);
  return { site, from: addDays(to, 1 - TWO_YEARS), to };
}

/** Whoever recorded most of the newest lines. */
async function busiest(reader: Reader, site: LedgerId): Promise<PersonId> {
  const newest = await reader.entries(site, { order: 'newest', limit: 200 });
  const performers = newest.flatMap(({ entry: { performer } }) =>
    performer === 'system' ? [] : [performer],
  );
  const times = (person: PersonId): number => performers.filter((each) => each === person).length;
  const [first] = performers.sort((a, b) => times(b) - times(a));
  if (first === undefined) throw new Error('nobody recorded anything');
  return first;
}

async function printOne(
  reports: Reports,
  { site, from, to }: Window,
  what: Pick<PrintedWindow, 'document' | 'format'> & { readonly narrow: Narrowing },
): Promise<PrintedWindow & { readonly entries: number }> {
  const beganMs = performance.now();
  const began = process.cpuUsage();
  let bytes = 0;
  const nowhere = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      // As a file or a socket: the reader is another part of the machine.
      setImmediate(done);
    },
  });
  const all = { site, from, to, item: null, paper: 'letter', size: null, signed: false } as const;
  const asked = { ...what, ...all };
  const report = await reports.open(asked);
  await report.print(nowhere);
  const { user, system } = process.cpuUsage(began);
  return {
    document: what.document,
    format: what.format,
    seconds: (performance.now() - beganMs) / 1000,
    processorSeconds: (user + system) / 1e6,
    bytes,
    entries: report.entries,
  };
}

const found = await measure(process.argv.slice(2));
process.send?.(found);
if (process.send === undefined) console.log(JSON.stringify(found, null, 1));
process.exit(0);
