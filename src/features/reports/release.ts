import { readFileSync } from 'node:fs';

const NAME = 'countersign';
const MOST_LEVELS = 6;

/** "Countersign 0.1.0": what printed a document, from the manifest of the package that this file is in. */
export function releaseName(): string {
  let folder = new URL('.', import.meta.url);
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const version = versionIn(new URL('package.json', folder));
    if (version !== undefined) return `Countersign ${version}`;
    folder = new URL('..', folder);
  }
  throw new Error('expected the manifest of this package above its code, found none');
}

function versionIn(file: URL): string | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // There is no manifest at this level.
    return undefined;
  }
  const manifest: unknown = JSON.parse(text);
  const version: unknown = Reflect.get(Object(manifest), 'version');
  const isOurs = Reflect.get(Object(manifest), 'name') === NAME;
  return isOurs && typeof version === 'string' ? version : undefined;
}
