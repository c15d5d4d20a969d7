import { now, recordTogether, until } from '../clinic.js';
import type { Clinic } from '../clinic.js';
import { measured } from '../counting.js';
import type { LooseEnds } from '../loose-ends.js';
import type { Episode } from '../quarter.js';

/** A maker recalls a lot: everything of it that is on hand is set apart in one act. */
async function recallLot(clinic: Clinic, ends: LooseEnds): Promise<void> {
  const [, ...others] = clinic.products;
  const shelf = others
    .map(({ id }) => clinic.sealed.get(id) ?? [])
    .find(({ length }) => length > 0);
  const lot = shelf?.[0]?.lot;
  if (shelf === undefined || lot === undefined) return;
  await until(clinic, clinic.minute + 5);
  clinic.stop.throwIfAborted();
  const note = 'The maker’s letter of this week: particles in some vials.';
  const containers = await clinic.way.recall('custodian', { ...now(clinic), lot, note });
  const isRecalled = ({ id }: { readonly id: string }): boolean => containers.includes(id);
  const sealed = shelf.filter(isRecalled);
  for (const vial of sealed) {
    shelf.splice(shelf.indexOf(vial), 1);
    clinic.apart.push({ vial, why: 'recalled' });
  }
  const opened = [...clinic.open].filter(([, vial]) => isRecalled(vial));
  for (const [product, vial] of opened) {
    clinic.open.delete(product);
    clinic.quarantined.push(vial);
  }
  ends.recalled = [...sealed, ...opened.map(([, vial]) => vial)];
}

/** It goes back to where it came from; an opened vial is measured first. */
async function sendBack(clinic: Clinic, ends: LooseEnds): Promise<void> {
  const vials = ends.recalled.splice(0);
  if (vials.length === 0) return;
  await until(clinic, clinic.minute + 10);
  await recordTogether(
    clinic,
    'custodian',
    {
      kind: 'return-to-supplier',
      door: 'returns-to-supplier',
      body: {
        ...now(clinic),
        supplier: clinic.supplier,
        lines: vials.map((vial) => ({
          container: vial.id,
          measured: vial.openedDay === undefined ? null : measured(clinic, vial),
        })),
        why: 'recall',
        authorisation: `RC-${clinic.day}-0117`,
      },
    },
    { who: 'registrant', meaning: 'witnessed', seen: ['container'] },
  );
  for (const vial of vials) leave(clinic, vial);
}

/** It is no longer at the clinic. */
function leave({ apart, quarantined }: Clinic, vial: LooseEnds['recalled'][number]): void {
  const index = apart.findIndex((each) => each.vial === vial);
  if (index >= 0) apart.splice(index, 1);
  else quarantined.splice(quarantined.indexOf(vial), 1);
}

export const RECALLS: readonly Episode[] = [
  { days: [10], when: 'afternoon', happens: recallLot },
  { days: [11], when: 'afternoon', happens: sendBack },
];
