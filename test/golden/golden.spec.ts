import { LedgerReader } from '../../src/ledger/ledger-reader.js';
import { instant } from '../../src/domain/instant.js';
import { encodeUtf8 } from '../../src/evidence/bytes.js';
import { BODIES_V1 } from '../../src/ledger/leaf/kinds.js';
import { decodeLeaf, encodeLeaf } from '../../src/ledger/leaf/leaf.js';
import { contentOf, covers } from '../../src/ledger/signed-content.js';
import { SimulatedClock } from '../../src/platform/clock.js';
import { ORGANISATION, SITE } from '../ledger/clinic.js';
import { openHarness } from '../ledger/harness.js';
import { fold, LEDGERS, readGolden, VERSIONS, writeGolden } from './golden-files.js';
import { Story } from './story.js';

/*
 * Leaves, books and roots of released versions. Nothing here may ever change: a test that fails says that old ledgers
 * would be read differently. Before a version is released its files are made anew by removing them and running with
 * MAKE_GOLDEN=1.
 */
if (process.env['MAKE_GOLDEN'] !== undefined) {
  it('makes the golden ledgers', async () => {
    const clock = new SimulatedClock(instant('2026-11-23T14:00:00Z'));
    const harness = await openHarness({ clock, site: 'none', organisation: 'none' });
    try {
      await new Story(harness.clinic, clock).tell();
      await harness.check();
      const reader = new LedgerReader(harness.pool, harness.keyring);
      for (const [name, ledger] of [
        ['organisation', ORGANISATION],
        ['site', SITE],
      ] as const) {
        const leaves: Uint8Array[] = [];
        const to = (await reader.head(ledger))?.size ?? 0;
        for await (const { leaf } of reader.leaves(ledger, { from: 0, to })) leaves.push(leaf);
        await writeGolden('v1', name, fold(leaves));
      }
    } finally {
      await harness.close();
    }
  });
}

const ALL = VERSIONS.flatMap((version) => LEDGERS.map((ledger) => [version, ledger] as const));

describe.each(ALL)('the golden ledger of %s, %s', (version, ledger) => {
  it('has the leaves, hashes, root and book that it was released with', async () => {
    const golden = await readGolden(version, ledger);
    const again = fold(golden.leaves.map(({ leaf }) => encodeUtf8(leaf)));
    expect(again).toEqual(golden);
  });

  it('is encoded again to the same bytes, and its signatures still cover it', async () => {
    const { leaves } = await readGolden(version, ledger);
    for (const { leaf } of leaves) {
      const entry = decodeLeaf(encodeUtf8(leaf));
      expect(Buffer.from(encodeLeaf(entry)).toString('utf8')).toBe(leaf);
      const content = contentOf(entry);
      for (const signature of entry.signatures) expect(covers(signature, content)).toBe(true);
    }
  });
});

it.each(VERSIONS)('has every kind of entry of %s', async (version) => {
  const kinds = new Set<string>();
  for (const ledger of LEDGERS)
    for (const { leaf } of (await readGolden(version, ledger)).leaves)
      kinds.add(decodeLeaf(encodeUtf8(leaf)).kind);
  expect([...kinds].sort()).toEqual(Object.keys(BODIES_V1).sort());
});
