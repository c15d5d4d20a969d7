import { LedgerReader } from '../../src/ledger/ledger-reader.js';
import { instant } from '../../src/domain/measures/instant.js';
import { encodeUtf8 } from '../../src/evidence/bytes.js';
import { BODIES_V1, LATER_BODIES } from '../../src/ledger/leaf/kinds.js';
import { decodeLeaf, encodeLeaf } from '../../src/ledger/leaf/leaf.js';
import { contentOf, covers } from '../../src/ledger/signed-content.js';
import { SimulatedClock } from '../../src/platform/clock.js';
import { ORGANISATION, SITE } from '../ledger/clinic.js';
import type { Clinic } from '../ledger/clinic.js';
import { openHarness } from '../ledger/harness.js';
import { AssayStory } from './assay-story.js';
import { BedsideStory } from './bedside-story.js';
import { fold, isKept, LEDGERS, readGolden, STORIES, writeGolden } from './golden-files.js';
import type { StoryName } from './golden-files.js';
import { CorrectionStory } from './correction-story.js';
import { CountStory } from './count-story.js';
import { DayStory } from './day-story.js';
import { DrawStory } from './draw-story.js';
import { FilingStory } from './filing-story.js';
import { DisclosureStory } from './disclosure-story.js';
import { FindingStory } from './finding-story.js';
import { InfusionStory } from './infusion-story.js';
import { InventoryStory } from './inventory-story.js';
import { LossStory } from './loss-story.js';
import { ReconciliationStory } from './reconciliation-story.js';
import { SiteStory } from './site-story.js';
import { StockStory } from './stock-story.js';
import { Story } from './story.js';
import type { Telling } from './telling.js';

/*
 * Leaves, books and roots of what was released. Nothing here may ever change: a test that fails says that old ledgers
 * would be read differently. A story that is new is made once, by running with MAKE_GOLDEN=1; before it is released its
 * folder can be removed and made anew.
 */
const TOLD_BY: Readonly<
  Record<StoryName, new (clinic: Clinic, clock: SimulatedClock) => Pick<Telling, 'tell'>>
> = {
  v1: Story,
  stock: StockStory,
  losses: LossStory,
  days: DayStory,
  bedside: BedsideStory,
  reconciliations: ReconciliationStory,
  corrections: CorrectionStory,
  infusions: InfusionStory,
  findings: FindingStory,
  assays: AssayStory,
  inventories: InventoryStory,
  counts: CountStory,
  filings: FilingStory,
  sites: SiteStory,
  disclosures: DisclosureStory,
  draws: DrawStory,
};

if (process.env['MAKE_GOLDEN'] !== undefined) {
  it.each(STORIES.filter((story) => !isKept(story)))('makes the ledgers of %s', async (story) => {
    const clock = new SimulatedClock(instant('2026-11-23T14:00:00Z'));
    const harness = await openHarness({ clock, site: 'none', organisation: 'none' });
    try {
      await new TOLD_BY[story](harness.clinic, clock).tell();
      await harness.check();
      const reader = new LedgerReader(harness.pool, harness.keyring);
      for (const [name, ledger] of [
        ['organisation', ORGANISATION],
        ['site', SITE],
      ] as const) {
        const leaves: Uint8Array[] = [];
        const to = (await reader.head(ledger))?.size ?? 0;
        for await (const { leaf } of reader.leaves(ledger, { from: 0, to })) leaves.push(leaf);
        await writeGolden(story, name, fold(leaves));
      }
    } finally {
      await harness.close();
    }
  });
}

const ALL = STORIES.flatMap((story) => LEDGERS.map((ledger) => [story, ledger] as const));

describe.each(ALL)('the golden ledger of %s, %s', (story, ledger) => {
  it('has the leaves, hashes, root and book that it was released with', async () => {
    const golden = await readGolden(story, ledger);
    const again = fold(golden.leaves.map(({ leaf }) => encodeUtf8(leaf)));
    expect(again).toEqual(golden);
  });

  it('is encoded again to the same bytes, and its signatures still cover it', async () => {
    const { leaves } = await readGolden(story, ledger);
    for (const { leaf } of leaves) {
      const entry = decodeLeaf(encodeUtf8(leaf));
      expect(Buffer.from(encodeLeaf(entry)).toString('utf8')).toBe(leaf);
      const content = contentOf(entry);
      for (const signature of entry.signatures) expect(covers(signature, content)).toBe(true);
    }
  });
});

it('keeps every version of every kind of entry', async () => {
  const kept = new Set<string>();
  for (const [story, ledger] of ALL)
    for (const { leaf } of (await readGolden(story, ledger)).leaves) {
      const { kind, version } = decodeLeaf(encodeUtf8(leaf));
      kept.add(`${kind}.v${version}`);
    }
  const released = Object.keys(BODIES_V1).map((kind) => `${kind}.v1`);
  const later = Object.entries(LATER_BODIES).flatMap(([kind, versions]) =>
    Object.keys(versions).map((version) => `${kind}.v${version}`),
  );
  expect([...kept].sort()).toEqual([...released, ...later].sort());
});
