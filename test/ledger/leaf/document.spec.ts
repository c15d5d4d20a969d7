import { readFile, writeFile } from 'node:fs/promises';
import { documentKinds } from '../../../src/ledger/leaf/document.js';

const PAGE = 'docs/LEDGER-KINDS.md';

it('describes the kinds in docs/LEDGER-KINDS.md as the codecs write them', async () => {
  if (process.env['UPDATE_DOCS'] !== undefined) await writeFile(PAGE, documentKinds());
  expect(await readFile(PAGE, 'utf8')).toBe(documentKinds());
});
