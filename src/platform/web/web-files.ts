/** The application for the browser, as the build left it: small enough to be kept in memory once it is asked for. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/** One file as it is sent. */
export interface WebFile {
  readonly type: string;
  readonly content: Buffer;
  /** The same, compressed with Brotli, where that is worth it. */
  readonly compressed: Buffer | undefined;
  readonly tag: string;
  /** Its name carries the hash of its content, so that it never changes. */
  readonly isImmutable: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const PAGE = 'index.html';

export class WebFiles {
  #files: ReadonlyMap<string, WebFile> | undefined;

  /** A file by its path; undefined where there is none. */
  file(path: string): WebFile | undefined {
    this.#files ??= readFiles(builtFolder());
    return this.#files.get(path);
  }

  /** The page that starts the application, whatever the screen. */
  page(): WebFile | undefined {
    return this.file(PAGE);
  }
}

/** `dist/web` of the installation, whether this runs from `dist/src` or from `src`. */
function builtFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('no package.json above the program');
    folder = above;
  }
  return join(folder, 'dist/web');
}

function readFiles(folder: string): ReadonlyMap<string, WebFile> {
  const files = new Map<string, WebFile>();
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(name)];
    const path = join(folder, name);
    if (type === undefined || !statSync(path).isFile()) continue;
    const content = readFileSync(path);
    const compressed = existsSync(`${path}.br`) ? readFileSync(`${path}.br`) : undefined;
    const hash = createHash('sha256').update(content).digest('base64url');
    const isImmutable = name.startsWith('assets/');
    files.set(name, { type, content, compressed, tag: `"${hash}"`, isImmutable });
  }
  return files;
}
