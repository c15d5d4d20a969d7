/** Friday of the printed clinic: a schedule II drug and second lots come in, and everything is counted at the close. */
import { asId } from '../../src/domain/ids.js';
import type { ContainerId, ProductId } from '../../src/domain/ids.js';
import { shelfId } from '../../src/domain/stock/container.js';
import { PRODUCT } from '../ledger/evidence/clinic-story.js';
import { strength } from '../../src/domain/measures/quantity.js';
import { businessDate, mL, SITE_ID } from './from-ledger-clinic.js';
import type { PrintedClinic } from './from-ledger-clinic.js';
import { STRONG, USUAL } from './from-ledger-days.js';

const LOCATION: never = asId('safe');
const SECOND = 'hydromorphone 2 mg/mL injection, 1 mL';

/** @returns its line. */
export async function liveAnnualInventory(clinic: PrintedClinic): Promise<number> {
  clinic.at('2026-03-06T09:00');
  const hydromorphone = await clinic.approve({
    ...PRODUCT,
    ndc: '0641-6151-25',
    name: 'Hydromorphone Hydrochloride Injection',
    substance: 'hydromorphone',
    schedule: 'II',
    strength: strength(2_000),
    size: mL('1.000'),
    doseType: 'single-dose',
  });
  await receive(clinic, [
    { product: hydromorphone, lot: 'H1', counted: 25 },
    { product: clinic.strong, lot: 'S8', counted: 2, invoiced: 3 },
    { product: clinic.usual, lot: 'K9', counted: 0, invoiced: 5 },
  ]);
  await holdApart(clinic);
  clinic.at('2026-03-06T18:00');
  return (await count(clinic)).seq;
}

function receive(
  clinic: PrintedClinic,
  lines: readonly { product: ProductId; lot: string; counted: number; invoiced?: number }[],
) {
  const line = { location: LOCATION, expires: businessDate('2027-09-30'), serials: [] };
  return clinic.record(
    'receipt',
    {
      supplier: clinic.supplier,
      document: 'invoice',
      invoiceNumber: 'N-88500',
      invoiceDate: businessDate('2026-03-05'),
      invoiceFile: asId('ac'.repeat(32)),
      orderedOn: businessDate('2026-03-04'),
      lines: lines.map((each) => ({
        ...line,
        ...each,
        ordered: each.invoiced ?? each.counted,
        invoiced: each.invoiced ?? each.counted,
      })),
    },
    { by: clinic.person('PP'), second: clinic.seenBy('WW', 'verified', ['papers', 'container']) },
  );
}

/** Two of one lot, for two reasons, beside the vial that was found again and is suspect. */
async function holdApart(clinic: PrintedClinic): Promise<void> {
  const vials = await sealedOf(clinic, 'K2B');
  const [damaged = asId(''), recalled = asId('')] = vials;
  await clinic.record('quarantine', { containers: [damaged], why: 'damaged' });
  await clinic.record('quarantine', { containers: [recalled], why: 'recalled' });
}

async function sealedOf(clinic: PrintedClinic, lot: string): Promise<readonly ContainerId[]> {
  const filter = { status: 'sealed', lot } as const;
  const found = await clinic.instance.reader.conditions(SITE_ID, filter, { limit: 100 });
  return found.map(({ id }) => id);
}

async function count(clinic: PrintedClinic) {
  const { reader } = clinic.instance;
  const at = (await reader.head(SITE_ID))?.size ?? 0;
  const shelfOf = async (item: string) =>
    (await reader.cellsNamed(SITE_ID, 'shelf', [shelfId(LOCATION, asId(item))])).get(
      shelfId(LOCATION, asId(item)),
    );
  const line = (item: string, containers: number) => ({
    item: asId(item),
    containers,
    first: containers,
    recounted: true,
  });
  const open = (await shelfOf(USUAL))?.open ?? [];
  return clinic.record(
    'inventory',
    {
      type: 'annual',
      asOf: 'close',
      date: businessDate('2026-03-06'),
      startedAt: clinic.clock.now(),
      endedAt: clinic.clock.now(),
      sealed: [],
      open: [],
      previous: null,
      relocated: null,
      items: [],
      since: [],
      places: [
        {
          location: LOCATION,
          at,
          sealed: [line(SECOND, 25), line(USUAL, 9), line(STRONG, 5)],
          quarantined: [
            {
              ...line(USUAL, 3),
              reasons: [
                { why: 'suspect', containers: 1 },
                { why: 'damaged', containers: 1 },
                { why: 'recalled', containers: 1 },
              ],
            },
          ],
          open: open.map((container) => ({
            container,
            quantity: mL('5.450'),
            first: mL('5.450'),
            recounted: true,
            method: 'measured' as const,
            resolution: mL('0.050'),
            at,
          })),
        },
      ],
    },
    { by: clinic.person('PP'), second: clinic.seenBy('WW', 'counted', ['count', 'container']) },
  );
}
