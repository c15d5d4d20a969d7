import { milligrams, now, recordAlone, until } from '../clinic.js';
import type { Clinic } from '../clinic.js';
import { measured } from '../counting.js';
import type { LooseEnds } from '../loose-ends.js';
import type { Episode } from '../quarter.js';
import { lineOf } from '../way-in.js';
import { depart } from './departing.js';

/** How far a laboratory's result may lie beside the label, in thousandths of it. */
const ASSAYED = [970, 1_010] as const;

/** The laboratory's report about wasted drug: it was what it should have been. */
async function readAssays(clinic: Clinic, { sent }: LooseEnds): Promise<void> {
  for (const { line, draw, perMicrolitre } of sent.splice(0)) {
    const thousandths = clinic.chance.between(...ASSAYED);
    await until(clinic, clinic.minute + 3);
    await recordAlone(clinic, 'custodian', {
      kind: 'assay',
      door: 'assays',
      body: {
        ...now(clinic),
        line,
        draw,
        laboratory: 'Gulf Toxicology Laboratory',
        reference: `GT-${line}`,
        expected: milligrams(perMicrolitre * 1000),
        found: milligrams(perMicrolitre * thousandths),
      },
    });
  }
}

/** What may not be used any more goes to the reverse distributor. */
async function sendParcel(clinic: Clinic, ends: LooseEnds): Promise<void> {
  const vials = clinic.apart.filter(({ why }) => why === 'temperature').map(({ vial }) => vial);
  if (vials.length === 0) return;
  const answer = await depart(
    clinic,
    {
      kind: 'disposal',
      door: 'disposals',
      body: {
        way: 'reverse-distributor',
        lines: vials.map(({ id }) => ({ container: id })),
        recipient: clinic.reverseDistributor,
        manifest: `GCR-${clinic.day}-2208`,
      },
    },
    { who: 'registrant', meaning: 'witnessed', seen: ['container'] },
  );
  clinic.apart.splice(
    0,
    clinic.apart.length,
    ...clinic.apart.filter(({ vial }) => !vials.includes(vial)),
  );
  ends.parcel = { line: lineOf(answer).line, vials };
}

/** The parcel comes back: its label had been torn. */
async function takeParcelBack(clinic: Clinic, ends: LooseEnds): Promise<void> {
  const { parcel } = ends;
  if (parcel === undefined) return;
  const containers = parcel.vials.map(({ id }) => id);
  await depart(
    clinic,
    {
      kind: 'disposal-returned',
      door: 'disposals/returned',
      body: { line: parcel.line, containers, location: 'safe', why: 'refused' },
    },
    { who: 'registrant', meaning: 'witnessed', seen: ['container'] },
  );
  clinic.apart.push(...parcel.vials.map((vial) => ({ vial, why: 'awaiting-disposal' as const })));
  ends.parcel = undefined;
}

/** Everything that waits for it is made non-retrievable before two employees. 21 CFR 1317.95(d). */
async function destroy(clinic: Clinic, { recalled }: LooseEnds): Promise<void> {
  const sealed = clinic.apart.filter(({ why }) => why === 'awaiting-disposal');
  const opened = clinic.quarantined.filter((vial) => !recalled.includes(vial));
  const lines = [
    ...sealed.map(({ vial }) => ({ container: vial.id })),
    ...opened.map((vial) => ({ container: vial.id, measured: measured(clinic, vial) })),
  ];
  if (lines.length === 0) return;
  await depart(
    clinic,
    {
      kind: 'disposal',
      door: 'disposals',
      body: { way: 'destroyed-on-site', lines, method: 'chemical-digestion' },
    },
    { who: 'registrant', meaning: 'witnessed', seen: ['destruction'] },
  );
  for (const each of sealed) clinic.apart.splice(clinic.apart.indexOf(each), 1);
  for (const vial of opened) clinic.quarantined.splice(clinic.quarantined.indexOf(vial), 1);
}

export const DEPARTURES: readonly Episode[] = [
  { days: [6, 27, 46], when: 'afternoon', happens: readAssays },
  { days: [5, 50], when: 'afternoon', happens: sendParcel },
  { days: [7, 52], when: 'morning', happens: takeParcelBack },
  { days: [8, 25, 45, 58], when: 'afternoon', happens: destroy },
];
