import { BRINGS_STOCK_IN } from '../../src/domain/counting/inventory.js';
import { asId, mint } from '../../src/domain/ids.js';
import type { CaseId, ContainerId, DrawId, OrderId } from '../../src/domain/ids.js';
import { instant } from '../../src/domain/measures/instant.js';
import { businessDate, mL, SITE_ID } from './from-ledger-clinic.js';
import type { PrintedClinic } from './from-ledger-clinic.js';

const LOCATION: never = asId('safe');
export const USUAL = 'ketamine 50 mg/mL injection, 10 mL';
export const STRONG = 'ketamine 100 mg/mL injection, 5 mL';

/** Lines of the story that tests name. */
export interface Days {
  readonly vials: readonly ContainerId[];
  readonly lateDraw: number;
  readonly unwitnessed: number;
  readonly countersigned: number;
  readonly correctedDraw: number;
  readonly drawCorrections: readonly number[];
  readonly givenCorrection: number;
  readonly givenCorrected: number;
  readonly openCase: string;
  readonly closedCase: string;
  /** Size of the ledger once Wednesday's count had opened its cases. */
  readonly countedSize: number;
  /** Size of the ledger at the end of each day. */
  readonly sizes: readonly number[];
}

/** Monday to Wednesday. `onEvening` is told the size of the ledger at the end of each day. */
export async function liveThreeDays(
  clinic: PrintedClinic,
  onEvening: (size: number) => Promise<void>,
): Promise<Days> {
  const sizes: number[] = [];
  const evening = async (): Promise<void> => {
    const size = (await clinic.instance.checkpoints.now(SITE_ID))?.size ?? 0;
    sizes.push(size);
    await onEvening(size);
  };
  const monday = await liveMonday(clinic);
  await evening();
  const tuesday = await liveTuesday(clinic, monday);
  await evening();
  const wednesday = await liveWednesday(clinic, monday);
  await evening();
  return { ...monday, ...tuesday, ...wednesday, sizes };
}

interface Monday {
  readonly vials: readonly ContainerId[];
  readonly unwitnessed: number;
  readonly openDraw: { readonly order: OrderId; readonly draw: DrawId };
}

async function liveMonday(clinic: PrintedClinic): Promise<Monday> {
  const now = clinic.at('2026-03-02T08:30');
  const stock = { product: clinic.usual, location: LOCATION, quarantine: null };
  const lot = { lot: 'K1A', expires: businessDate('2027-06-30') };
  const inventory = await clinic.record(
    'inventory',
    {
      type: 'initial',
      asOf: 'opening',
      startedAt: now,
      endedAt: now,
      sealed: [{ ...stock, ...lot, containers: 4 }],
      open: [],
      previous: null,
      ...BRINGS_STOCK_IN,
    },
    {
      by: clinic.person('PP'),
      second: clinic.seenBy('WW', 'counted', ['count', 'container']),
    },
  );
  const vials = [1, 2, 3, 4].map((part): ContainerId => mint(inventory.seq, part));
  const [first = asId('')] = vials;
  clinic.at('2026-03-02T09:00');
  const adam = await clinic.order('Adam Abbott', '35', '12 Alder Way, Ithaca, NY 14850');
  const whole = await clinic.draw(adam, first, '0.700');
  await clinic.give(adam, whole, '0.700');
  clinic.at('2026-03-02T11:00');
  const bea = await clinic.order('Bea Brown', '40', '3 Brook Lane, Ithaca, NY 14850');
  await stopABag(clinic, bea, await clinic.draw(bea, first, '0.800'));
  clinic.at('2026-03-02T17:50');
  const carl = await clinic.order('Carl Cole', '35');
  const rest = await clinic.draw(carl, first, '0.700');
  await clinic.give(carl, rest, '0.500');
  const wasted = await clinic.waste(rest, '0.200', {
    alone: true,
    note: 'Nobody else in the building.',
  });
  clinic.at('2026-03-02T18:20');
  const dora = await clinic.order('Dora Dean', '35', '9 Cedar Street, Ithaca, NY 14850');
  const open = await clinic.draw(dora, first, '0.750');
  return { vials, unwitnessed: wasted.seq, openDraw: { order: dora, draw: open } };
}

async function stopABag(clinic: PrintedClinic, order: OrderId, draw: DrawId): Promise<void> {
  const bag = await clinic.record('preparation', {
    order,
    draws: [draw],
    vessel: 'bag',
    diluent: 'NaCl 0.9 %',
    totalVolume: mL('100'),
    volumeIs: 'stated',
  });
  const preparation: never = asId(String(bag.seq));
  await clinic.record('administration', {
    order,
    outcome: 'stopped',
    preparation: { id: preparation, infused: mL('60') },
    lines: [],
    startedAt: null,
  });
  await clinic.record(
    'waste',
    {
      lines: [],
      preparation,
      container: null,
      why: 'infusion-stopped',
      manner: 'rx-destroyer',
    },
    { second: clinic.seenBy('WW', 'witnessed', ['act', 'residue']) },
  );
}

type Tuesday = Pick<
  Days,
  | 'lateDraw'
  | 'countersigned'
  | 'correctedDraw'
  | 'drawCorrections'
  | 'givenCorrected'
  | 'givenCorrection'
>;

async function liveTuesday(clinic: PrintedClinic, monday: Monday): Promise<Tuesday> {
  const [first = asId(''), second = asId('')] = monday.vials;
  clinic.at('2026-03-03T08:10');
  const countersigned = await clinic.record(
    'countersign',
    { line: monday.unwitnessed, leaf: await clinic.leaf(monday.unwitnessed), seen: ['residue'] },
    { by: clinic.person('PP') },
  );
  await receive(clinic);
  clinic.at('2026-03-03T09:30');
  const erik = await clinic.order('Erik Eng', '40', '5 Dune Road, Ithaca, NY 14850');
  const drawn = await clinic.draw(erik, first, '0.700');
  const line = Number(drawn.split('-')[0]);
  const change = { type: 'draw' as const, draw: drawn };
  const amount = await clinic.correct(line, line, {
    ...change,
    container: first,
    quantity: mL('0.800'),
  });
  const vial = await clinic.correct(amount.seq, line, {
    ...change,
    container: second,
    quantity: mL('0.800'),
  });
  const given = await clinic.give(erik, drawn, '0.800');
  // The dose of Monday evening was given, and entered in the morning.
  const { order, draw } = monday.openDraw;
  await clinic.record('administration', {
    posture: 'done',
    reason: 'recorded-after-the-act',
    occurredAt: instant('2026-03-02T18:40:00-05:00'),
    order,
    outcome: 'completed',
    preparation: null,
    lines: [{ draw, quantity: mL('0.700') }],
    startedAt: null,
  });
  await clinic.waste(draw, '0.050');
  const givenCorrection = await clinic.correct(given.seq, given.seq, {
    type: 'administration',
    lines: [{ draw: drawn, quantity: mL('0.750') }],
    outcome: 'stopped',
  });
  await clinic.waste(drawn, '0.050');
  clinic.at('2026-03-03T12:00');
  const fay = await clinic.order('Fay Fenn', '35', '1 Elm Court, Ithaca, NY 14850');
  const late = await clinic.record(
    'draw',
    {
      posture: 'done',
      reason: 'system-unavailable',
      occurredAt: instant('2026-03-02T16:15:00-05:00'),
      order: fay,
      lines: [{ container: first, quantity: mL('0.600') }],
      stated: [],
      ...clinic.note('Network down; sheet D-7, line 3.'),
    },
    { by: clinic.person('AA') },
  );
  await clinic.record('administration', {
    posture: 'done',
    reason: 'system-unavailable',
    occurredAt: instant('2026-03-02T16:25:00-05:00'),
    order: fay,
    outcome: 'completed',
    preparation: null,
    lines: [{ draw: mint(late.seq, 1), quantity: mL('0.600') }],
    startedAt: null,
  });
  await correctPatient(clinic, Number(fay));
  return {
    lateDraw: late.seq,
    countersigned: countersigned.seq,
    correctedDraw: line,
    drawCorrections: [amount.seq, vial.seq],
    givenCorrected: given.seq,
    givenCorrection: givenCorrection.seq,
  };
}

async function receive(clinic: PrintedClinic): Promise<void> {
  const line = { location: LOCATION, expires: businessDate('2027-09-30'), serials: [] };
  await clinic.record(
    'receipt',
    {
      supplier: clinic.supplier,
      document: 'invoice',
      invoiceNumber: 'N-88412',
      invoiceDate: businessDate('2026-02-27'),
      invoiceFile: asId('ab'.repeat(32)),
      orderedOn: businessDate('2026-02-25'),
      lines: [
        { ...line, product: clinic.usual, lot: 'K2B', ordered: 10, invoiced: 10, counted: 10 },
        { ...line, product: clinic.strong, lot: 'S7', ordered: 5, invoiced: 5, counted: 4 },
      ],
    },
    {
      by: clinic.person('PP'),
      second: clinic.seenBy('WW', 'verified', ['papers', 'container']),
    },
  );
}

async function correctPatient(clinic: PrintedClinic, order: number): Promise<void> {
  await clinic.correct(order, order, { type: 'patient-particulars', addressUnknown: null }, [
    { field: 'patient.address', value: '100 Elm Court, Ithaca, NY 14850', retention: 'patient' },
  ]);
}

type Wednesday = Pick<Days, 'openCase' | 'closedCase' | 'countedSize'>;

async function liveWednesday(clinic: PrintedClinic, { vials }: Monday): Promise<Wednesday> {
  const [first = asId(''), second = asId(''), third = asId('')] = vials;
  clinic.at('2026-03-04T17:30');
  const now = (await clinic.instance.reader.head(SITE_ID))?.size ?? 0;
  const sealed = (item: string, containers: number) => ({
    item: asId(item),
    containers,
    first: containers,
    recounted: true,
  });
  const open = (container: ContainerId, quantity: string, before = quantity) => ({
    container,
    quantity: mL(quantity),
    first: mL(before),
    recounted: true,
    method: 'measured' as const,
    resolution: mL('0.050'),
    at: now,
  });
  const count = await clinic.record(
    'count',
    {
      type: 'day',
      location: LOCATION,
      startedAt: clinic.clock.now(),
      at: now,
      sealed: [sealed(USUAL, 12), sealed(STRONG, 3)],
      quarantined: [],
      open: [open(first, '5.100', '5.000'), open(second, '9.150')],
      recounts: null,
      second: null,
      investigators: null,
    },
    { by: clinic.person('PP'), second: clinic.seenBy('WW', 'counted', ['count']) },
  );
  const cases = count.effects.states.flatMap((state) => (state.noun === 'case' ? [state] : []));
  const sealedCase = cases.find(({ container }) => container === null);
  const openCase = cases.find(({ container }) => container === first);
  const closed = openCase?.id ?? asId('');
  const counted = await clinic.instance.checkpoints.now(SITE_ID);
  await workOnCase(clinic, closed, first);
  await clinic.record('quarantine', { containers: [third], why: 'damaged' });
  await clinic.record('release', { containers: [third] }, { by: clinic.person('PP') });
  clinic.at('2026-03-04T18:00');
  await clinic.record(
    'close-out',
    { container: second },
    { by: clinic.person('PP'), second: clinic.seenBy('WW', 'witnessed', ['container']) },
  );
  return {
    openCase: sealedCase?.id ?? '',
    closedCase: closed,
    countedSize: counted?.size ?? 0,
  };
}

async function workOnCase(
  clinic: PrintedClinic,
  id: CaseId,
  container: ContainerId,
): Promise<void> {
  const none = {
    owner: null,
    due: null,
    cause: null,
    outcome: null,
    explainedBy: [],
    settle: [],
    found: [],
    nobodyUninvolved: false,
    files: [],
  };
  await clinic.record('discrepancy', {
    ...none,
    act: 'assigned',
    case: id,
    owner: clinic.person('PP'),
    due: businessDate('2026-03-11'),
  });
  await clinic.record('discrepancy', {
    ...none,
    act: 'noted',
    case: id,
    ...clinic.note('Every chart was compared with its draw.\nNo spill was reported.'),
  });
  await clinic.record(
    'discrepancy',
    {
      ...none,
      act: 'closed',
      case: id,
      cause: 'unknown',
      outcome: 'could-not-be-reconciled',
      settle: [{ container, quantity: mL('1.000') }],
      ...clinic.note('Judged not significant by the registrant.'),
    },
    {
      by: clinic.person('AA'),
      second: clinic.seenBy('PP', 'closed', ['papers']),
    },
  );
}
