/**
 * Writes web/src/api/schema.ts: the types of what the application asks, from the description that a running service
 * gives of its API; with --compare, says whether they are still those. Only addresses that the application names are in
 * it, so that a new door elsewhere changes nothing.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const WEB = join(dirname(dirname(fileURLToPath(import.meta.url))), 'web/src');
export const SCHEMA = join(WEB, 'api/schema.ts');

/** Addresses in the sources of the application, in a fixed order. */
export function usedPaths() {
  const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /[.]tsx?$/.test(name) && !name.endsWith('schema.ts'),
  );
  const found = sources.flatMap((name) => [
    ...readFileSync(join(WEB, name), 'utf8').matchAll(/['"](\/api\/[^'"?]*)['"]/g),
  ]);
  return [...new Set(found.map(([, path]) => path))].sort();
}

/**
 * @param {any} document
 * @returns {Promise<string>}
 */
export async function apiTypes(document) {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const unknown = usedPaths().filter((path) => document.paths[path] === undefined);
  if (unknown.length > 0) throw new Error(`the service has no ${unknown.join(', ')}`);
  const paths = Object.fromEntries(usedPaths().map((path) => [path, document.paths[path]]));
  const reached = reach(paths, document.components.schemas, new Map());
  const schemas = Object.fromEntries([...reached].sort(([a], [b]) => (a < b ? -1 : 1)));
  const ast = await openapiTS({ ...document, paths, components: { schemas } });
  return `/** Made by scripts/api-types.mjs from the description of the API: do not write here. */\n${astToString(ast)}`;
}

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
  const types = await apiTypes(await answer.json());
  if (compares !== '--compare') writeFileSync(SCHEMA, types);
  else if (readFileSync(SCHEMA, 'utf8') !== types) {
    process.stderr.write('The API has changed: npm run api-types -- <address of a service>\n');
    process.exitCode = 1;
  }
}
