#!/usr/bin/env node
/** The operator's command. Builds first if the built tree is missing or stale, then hands over to src/cli/main.ts in it. */
const OLDEST_NODE = [20, 19];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  process.stderr.write(
    `countersign: Node.js ${OLDEST_NODE.join('.')} or later is needed, and this is ${process.versions.node}: ` +
      'install a later one from nodejs.org.\n',
  );
  process.exit(1);
}

try {
  const { buildIfStale } = await import('./build.mjs');
  // To standard error: what a command prints may be read by another program.
  buildIfStale((sentence) => process.stderr.write(`${sentence}\n`));
} catch (error) {
  process.stderr.write(`countersign: ${explain(error)}\n`);
  process.exit(1);
}
const { main } = await import('../dist/program/main.js');
await main(process.argv.slice(2));

/** @param {unknown} error */
function explain(error) {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && (error.code === 'EACCES' || error.code === 'EROFS')) {
    return `The program has to be built, and this user may not write to dist/ (${error.message}): run "npm run build" as the owner of the folder.`;
  }
  if (
    'code' in error &&
    (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND')
  ) {
    return `A package is missing (${error.message.split('\n')[0]}): run "npm ci".`;
  }
  return error.name === 'Error' || error.constructor.name === 'BuildError'
    ? error.message
    : (error.stack ?? error.message);
}
