import { now, recordAlone, recordTogether, until, usualProduct } from '../clinic.js';
import type { Clinic } from '../clinic.js';
import { BY_TWO, inTheCabinet, inTheSafe, setApart } from '../counting.js';
import type { Json } from '../desk.js';
import type { LooseEnds } from '../loose-ends.js';
import { houseRules } from '../policy.js';
import type { Episode } from '../quarter.js';
import { scan } from '../scan.js';
import { lineOf } from '../way-in.js';
import type { WrittenLine } from '../way-in.js';

/** After a month of late witnesses the clinic allows five minutes more, and asks for a reason sooner. */
const NEW_RULES = { ...houseRules, witnessWindowMinutes: 20, lateAfterMinutes: 45 } as const;

async function publish(clinic: Clinic, settings: { readonly [key: string]: Json }): Promise<void> {
  await recordAlone(clinic, 'compliance', {
    kind: 'policy',
    door: 'policies',
    body: { ...now(clinic), effectiveFrom: clinic.clock.now(), settings: { ...settings } },
  });
}

const changePolicy = (clinic: Clinic): Promise<void> => publish(clinic, NEW_RULES);

/** While a colleague learns to count, two people do it, blind to each other. */
const countByTwo = (clinic: Clinic): Promise<void> =>
  publish(clinic, { ...NEW_RULES, countsBy: 'two-people' });

/** Everything is counted by two people before the first patient comes. 21 CFR 1304.11(c). */
async function takeInventory(clinic: Clinic): Promise<void> {
  clinic.stop.throwIfAborted();
  const answer = await clinic.way.inventory(
    'custodian',
    { type: 'biennial', asOf: 'opening', date: clinic.today },
    {
      between: (minutes) => until(clinic, clinic.minute + minutes),
      tally: () => ({
        ...now(clinic),
        places: [
          { location: 'safe', ...inTheSafe(clinic), quarantined: setApart(clinic) },
          { location: 'cabinet', ...inTheCabinet(clinic) },
        ],
      }),
      second: { who: 'registrant', meaning: 'counted', seen: ['count'] },
    },
  );
  await fileSignedCopy(clinic, lineOf(answer));
}

/** Both sign the print in ink; its scan is kept with the line. */
async function fileSignedCopy(clinic: Clinic, inventory: WrittenLine): Promise<void> {
  const bytes = await scan({
    from: 'Harrow Bay Infusion Clinic, PLLC',
    address: '12 Shore Road, Suite 3, Harrow Bay, FL 33999',
    title: `Inventory, line ${inventory.line}`,
    date: clinic.today,
    lines: ['Taken by Paul Odell, RPh, and Rita Vance, MD. Signed by both.'],
  });
  const name = `inventory-${inventory.line}.pdf`;
  const file = await clinic.way.keep('custodian', { name, bytes });
  await until(clinic, clinic.minute + 5);
  await recordAlone(clinic, 'custodian', {
    kind: 'filing',
    door: 'inventories/signed-copies',
    body: { ...now(clinic), ...inventory, file },
  });
}

/** The chart since the last one, signed by the pharmacist and the registrant. */
async function reconcile(clinic: Clinic, ends: LooseEnds): Promise<void> {
  const { item } = usualProduct(clinic);
  const [beginning, closing] = [ends.reconciledTo, ends.counts];
  const read = await clinic.way.chart('custodian', { item, beginning, closing });
  await recordTogether(
    clinic,
    'custodian',
    {
      kind: 'reconciliation',
      door: 'reconciliations',
      body: {
        ...now(clinic),
        item,
        by: 'event',
        ...read,
        beginning: beginning.map(String),
        closing: closing.map(String),
      },
    },
    { who: 'registrant', meaning: 'approved', seen: ['papers'] },
  );
  ends.reconciledTo = closing;
}

/** Reconciliations are on Fridays, when the cabinet is counted as well. */
export const OFFICE: readonly Episode[] = [
  { days: [5], when: 'morning', isOnce: true, happens: changePolicy },
  { days: [6], when: 'morning', isOnce: true, happens: takeInventory },
  { days: [BY_TWO.from], when: 'morning', isOnce: true, happens: countByTwo },
  { days: [BY_TWO.until], when: 'morning', isOnce: true, happens: changePolicy },
  { days: [9, 34, 59], when: 'evening', happens: reconcile },
];
