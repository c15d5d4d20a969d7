/**
 * Writes what the application knows of the API, from the description that a running service gives of it: the types of what
 * it asks (web/src/api/schema.ts), and the words of closed lists that it offers (web/src/api/code-lists.ts); with --compare,
 * says whether they are still those. Only addresses and lists that the application names are in them, so that a new door
 * elsewhere changes nothing.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const WEB = join(dirname(dirname(fileURLToPath(import.meta.url))), 'web/src');
const MADE =
  '/** Made by scripts/api-types.mjs from the description of the API: do not write here. */\n';
const FILES = {
  [join(WEB, 'api/schema.ts')]: apiTypes,
  [join(WEB, 'api/code-lists.ts')]: codeLists,
};

/** Addresses in the sources of the application, in a fixed order. */
export const usedPaths = () => named(/['"](\/api\/[^'"?]*)['"]/g);

/** Names of closed lists that the sources import. */
function usedLists() {
  const imports = named(/import \{([^}]*)\} from '[^']*\/code-lists[.]js'/g);
  return [...new Set(imports.flatMap((names) => names.match(/\b[A-Z][A-Z0-9_]+\b/g) ?? []))].sort();
}

/** What a pattern finds in the sources that people write. */
function named(pattern) {
  const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /[.]tsx?$/.test(name) && !name.endsWith('schema.ts'),
  );
  const found = sources.flatMap((name) => [
    ...readFileSync(join(WEB, name), 'utf8').matchAll(pattern),
  ]);
  return [...new Set(found.map(([, text]) => text))].sort();
}

/**
 * @param {any} document
 * @returns {Promise<string>}
 */
async function apiTypes(document) {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const unknown = usedPaths().filter((path) => document.paths[path] === undefined);
  if (unknown.length > 0) throw new Error(`the service has no ${unknown.join(', ')}`);
  const paths = Object.fromEntries(usedPaths().map((path) => [path, document.paths[path]]));
  const reached = reach(paths, document.components.schemas, new Map());
  const schemas = Object.fromEntries([...reached].sort(([a], [b]) => (a < b ? -1 : 1)));
  const ast = await openapiTS({ ...document, paths, components: { schemas } });
  return `${MADE}${astToString(ast)}`;
}

/**
 * The words of each list that is used: WASTE_MANNER is member `manner` of WasteDto.
 * @param {any} document
 * @returns {string}
 */
function codeLists(document) {
  const lists = new Map();
  for (const [schema, { properties = {} }] of Object.entries(document.components.schemas)) {
    for (const [member, said] of Object.entries(properties)) {
      const words = said.enum ?? said.items?.enum;
      if (words !== undefined)
        lists.set(`${upper(schema.replace(/Dto$/, ''))}_${upper(member)}`, words);
    }
  }
  const missing = usedLists().filter((name) => !lists.has(name));
  if (missing.length > 0) throw new Error(`the service has no ${missing.join(', ')}`);
  const written = usedLists().map((name) => {
    const words = lists.get(name).filter((word) => word !== null);
    return `export const ${name} = [\n${words.map((word) => `  '${word}',\n`).join('')}] as const;\n`;
  });
  return MADE + written.join('');
}

const upper = (name) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();

/** Schemas that something refers to, at any depth. */
function reach(from, schemas, found) {
  for (const [, name] of JSON.stringify(from).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (found.has(name)) continue;
    found.set(name, schemas[name]);
    reach(schemas[name], schemas, found);
  }
  return found;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [url = 'http://127.0.0.1:3000', compares] = process.argv.slice(2);
  const answer = await fetch(`${url}/api/openapi.json`);
  const document = await answer.json();
  for (const [file, make] of Object.entries(FILES)) {
    const text = await make(document);
    if (compares !== '--compare') writeFileSync(file, text);
    else if (readFileSync(file, 'utf8') !== text) {
      process.stderr.write('The API has changed: npm run api-types -- <address of a service>\n');
      process.exitCode = 1;
    }
  }
}
