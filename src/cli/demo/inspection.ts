import { colleagueOf } from './cast.js';
import { deskOf, sitePath } from './clinic.js';
import type { Clinic } from './clinic.js';

const FIRST_LINES = 50;

/** The last evening: the signed print of the first inventory is filed, and an inspector takes the day's ledger along. */
export async function inspectorComes(clinic: Clinic): Promise<void> {
  await deskOf(clinic, 'custodian').signIn(colleagueOf('custodian'));
  await fileSignedPrint(clinic);
  const compliance = deskOf(clinic, 'compliance');
  await compliance.signIn(colleagueOf('compliance'));
  const checkpoint = await compliance.download(sitePath(clinic, 'checkpoint'));
  const [, size] = new TextDecoder().decode(checkpoint).split('\n');
  const issued = await compliance.post(sitePath(clinic, 'reports/issued'), {
    ...head(clinic),
    purpose: 'inspection',
    file: 'ledger.pdf',
    from: clinic.today,
    to: clinic.today,
    size: Number(size),
  });
  await compliance.post(sitePath(clinic, 'disclosures'), {
    ...head(clinic),
    reports: [String(issued['line'])],
    to: 'drug-enforcement',
    taker: 'Ines Brandt',
    badge: '0000',
    manner: 'paper',
    reference: 'Form 82 of the day',
  });
}

/** The print stands for its scan: nobody can sign on paper here. */
async function fileSignedPrint(clinic: Clinic): Promise<void> {
  const desk = deskOf(clinic, 'custodian');
  const first = await desk.get(sitePath(clinic, `entries?limit=${FIRST_LINES}&order=oldest`));
  const lines = first['items'] as readonly { kind: string; line: number; leafHash: string }[];
  const inventory = lines.find(({ kind }) => kind === 'inventory');
  if (inventory === undefined) throw new Error('the clinic took no first inventory');
  const print = await desk.download(sitePath(clinic, `reports/inventories.pdf?to=${clinic.today}`));
  const scan = { name: 'inventory-signed.pdf', type: 'application/pdf', bytes: print };
  const file = await desk.upload(sitePath(clinic, 'files'), scan);
  const { line, leafHash: leaf } = inventory;
  await desk.post(sitePath(clinic, 'inventories/signed-copies'), {
    ...head(clinic),
    line,
    leaf,
    file,
  });
}

const head = (clinic: Clinic) => ({ posture: 'intended', occurredAt: clinic.clock.now() });
