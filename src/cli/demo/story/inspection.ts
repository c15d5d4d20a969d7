import { colleagueOf } from '../cast.js';
import {
  deskOf,
  millilitres,
  now,
  pairOnDuty,
  recordAlone,
  sealedVial,
  sitePath,
  until,
  usualProduct,
} from '../clinic.js';
import type { Clinic } from '../clinic.js';
import { count } from '../counting.js';
import type { Episode } from '../quarter.js';
import { takeFrom } from '../vials.js';
import { lineOf } from '../way-in.js';
import { depart } from './departing.js';

/** Microlitres that an inspector takes, and what the vial must hold for it. */
const SAMPLED = 500;
const ENOUGH = 2_000;
const AGENCY = 'State Board of Pharmacy';
const PAPERS = ['ledger.csv', 'receipts.csv'] as const;

const noticeOf = ({ day }: Clinic): string => `INS-${day}-014`;

/** Inspectors come unannounced, and count the safe beside the clinic. */
async function countBesideThem(clinic: Clinic): Promise<void> {
  await until(clinic, clinic.minute + 10);
  await count(clinic, 'custodian', { type: 'inspection', location: 'safe' });
}

/** They take a little of an open vial, or a sealed one, against a receipt. */
async function giveSample(clinic: Clinic): Promise<void> {
  const open = [...clinic.open.values()].find(({ left }) => left >= ENOUGH);
  const vial = open ?? sealedVial(clinic, usualProduct(clinic));
  if (open !== undefined) takeFrom(open, SAMPLED, 'custodian', clinic.chance);
  const drawn = [{ container: vial.id, quantity: millilitres(SAMPLED) }];
  await depart(
    clinic,
    {
      kind: 'sample',
      door: 'samples',
      body: {
        by: 'authority',
        taker: AGENCY,
        receipt: noticeOf(clinic),
        lines: open === undefined ? [{ container: vial.id }] : [],
        drawn: open === undefined ? [] : drawn,
      },
    },
    { who: pairOnDuty(clinic).first, meaning: 'witnessed', seen: ['draw', 'container'] },
  );
}

/** They are given papers of the month; what they were given is a line. */
async function handOutPapers(clinic: Clinic): Promise<void> {
  await until(clinic, clinic.minute + 5);
  const size = await signedSize(clinic);
  const reports: string[] = [];
  for (const file of PAPERS) {
    const answer = await recordAlone(clinic, 'compliance', {
      kind: 'report-issued',
      door: 'reports/issued',
      body: {
        ...now(clinic),
        purpose: 'inspection',
        file,
        from: `${clinic.today.slice(0, 8)}01`,
        to: clinic.today,
        size,
      },
    });
    reports.push(String(lineOf(answer).line));
  }
  await recordAlone(clinic, 'compliance', {
    kind: 'disclosure',
    door: 'disclosures',
    body: {
      ...now(clinic),
      reports,
      to: 'state-authority',
      organisation: AGENCY,
      taker: 'I. Calder',
      badge: '4417',
      manner: 'paper',
      reference: noticeOf(clinic),
    },
  });
}

/** Lines over which the newest signed head of the ledger stands: the second line of a checkpoint. */
async function signedSize(clinic: Clinic): Promise<number> {
  const desk = deskOf(clinic, 'compliance');
  await desk.signIn(colleagueOf('compliance'));
  const checkpoint = await desk.download(sitePath(clinic, 'checkpoint'));
  const [, size] = Buffer.from(checkpoint).toString('utf8').split('\n');
  return Number(size);
}

export const INSPECTION: readonly Episode[] = [
  { days: [4, 30], when: 'morning', happens: countBesideThem },
  { days: [4, 30], when: 'afternoon', happens: giveSample },
  { days: [4, 30], when: 'afternoon', happens: handOutPapers },
];
