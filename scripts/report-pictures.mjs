/**
 * Pictures of the first page of each document, in reports/pictures/, of a demonstration that is lived for it:
 *   npm run report-pictures
 * It wants pdftoppm (poppler-utils). Everything in the pictures is invented.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PICTURES = join(ROOT, 'reports/pictures');
const SEED = '7';
const DAYS = '21';
/** Large enough to be read, small enough to be kept: some tens of kilobytes each. */
const DOTS_PER_INCH = '80';
/** Documents that are about one of something: of the clinic that this seed gives. */
const aboutOne = (loss) => ({
  container: ['--container', '2-4'],
  entries: ['--person', 'person-8'],
  'loss-worksheet': ['--loss', loss],
  'loss-notice': ['--loss', loss],
});

/**
 * A picture as pdftoppm gives it (PGM, a byte for a dot) as PNG of sixteen grays: black on white needs no more, and a page is a
 * sixth of what it is in 256.
 * @param {Buffer} pgm
 */
function png(pgm) {
  const [head, width, height] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 40)) ?? [];
  if (head === undefined) throw new Error('expected a gray picture of pdftoppm');
  const [across, down] = [Number(width), Number(height)];
  const dots = pgm.subarray(head.length);
  const line = 1 + Math.ceil(across / 2);
  const packed = Buffer.alloc(line * down);
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      const gray = Math.round(dots[y * across + x] / 17);
      packed[y * line + 1 + (x >> 1)] |= x % 2 === 0 ? gray << 4 : gray;
    }
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(across, 0);
  size.writeUInt32BE(down, 4);
  // Four bits a dot, gray; the only ways of compressing, filtering and ordering without interlacing.
  size.set([4, 0, 0, 0, 0], 8);
  const parts = [
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(packed, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

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
    const drawn = ['-gray', '-r', DOTS_PER_INCH, ...first, join(papers, paper)];
    writeFileSync(`${picture}.png`, png(execFileSync('pdftoppm', drawn, { maxBuffer: 1 << 26 })));
    process.stdout.write(`${picture}.png\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
