/**
 * Pictures of the first page of each document, in reports/pictures/, of a demonstration that is lived for it:
 *   npm run report-pictures
 * It wants pdftoppm (poppler-utils). Everything in the pictures is invented.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PICTURES = join(ROOT, 'reports/pictures');
const SEED = '7';
const DAYS = '21';
/** Large enough to be read, small enough to be kept: some tens of kilobytes each. */
const DOTS_PER_INCH = '68';
/** Documents that are about one of something: of the clinic that this seed gives. */
const aboutOne = (loss) => ({
  container: ['--container', '2-4'],
  entries: ['--person', 'person-8'],
  'loss-worksheet': ['--loss', loss],
  'loss-notice': ['--loss', loss],
});

const folder = mkdtempSync(join(tmpdir(), 'countersign-pictures-'));
const papers = join(folder, 'papers');
const countersign = (environment, ...command) =>
  execFileSync(process.execPath, [join(ROOT, 'scripts/countersign.mjs'), ...command], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

try {
  const said = countersign(
    { PORT: '0' },
    ...['demo', '--seed', SEED, '--days', DAYS, '--no-stay', '--out', papers],
  );
  const site = /^Site +(\S+)$/m.exec(said)?.[1];
  if (site === undefined) throw new Error('the demonstration named no site');
  const data = { COUNTERSIGN_DATA: join(folder, 'demo/clinic-1/data') };
  const loss = /Loss (\d+-\d+):/.exec(readFileSync(join(papers, 'losses.csv'), 'utf8'))?.[1];
  if (loss === undefined) throw new Error('the demonstration lost nothing');
  for (const [document, narrowing] of Object.entries(aboutOne(loss))) {
    const out = ['--out', join(papers, `${document}.pdf`)];
    countersign(data, 'report', document, '--site', site, ...narrowing, ...out);
  }
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  for (const paper of readdirSync(papers).filter((name) => name.endsWith('.pdf'))) {
    const picture = join(PICTURES, basename(paper, '.pdf'));
    const first = ['-f', '1', '-l', '1', '-singlefile'];
    const drawn = ['-png', '-gray', '-r', DOTS_PER_INCH, ...first, join(papers, paper), picture];
    execFileSync('pdftoppm', drawn);
    process.stdout.write(`${picture}.png\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
