import { addDays, businessDate } from '../../domain/instant.js';
import { deskOf, millilitres, now, recordTogether, sitePath, until } from './clinic.js';
import type { Clinic, Stocked } from './clinic.js';
import type { Colleague } from './cast.js';
import type { Json } from './desk.js';
import { invoicePdf } from './invoice.js';
import { filledVial, measure } from './vials.js';
import type { Vial } from './vials.js';
import type { Answered } from './way-in.js';

/** Twenty-eight days have at least so many business days: a younger vial need not be looked at. */
const FEWEST_BUSINESS_DAYS = 18;
const SHELF_LIFE_DAYS = 540;
/** How often the clinic looks for what the service does by itself; each look is a request. */
const MOST_LOOKS = 2_000;

/** The next sealed vial of a product. The clinic orders early enough that there always is one. */
export function sealedVial(clinic: Clinic, product: Stocked): Vial {
  const vial = clinic.sealed.get(product.id)?.shift();
  if (vial === undefined)
    throw new Error(`no sealed vial of ${product.item} is left on ${clinic.today}`);
  return vial;
}

/** The first inventory: two people count what is there before the register begins. */
export async function firstInventory(
  clinic: Clinic,
  containersOf: (product: Stocked) => number,
): Promise<void> {
  const lines = clinic.products.map((product) => ({
    product: product.id,
    location: 'safe',
    lot: `${product.lotPrefix}0`,
    expires: addDays(businessDate(clinic.today), SHELF_LIFE_DAYS),
    containers: containersOf(product),
  }));
  const answer = await recordTogether(
    clinic,
    'registrant',
    {
      kind: 'inventory',
      door: 'inventories',
      body: {
        ...now(clinic),
        type: 'initial',
        asOf: 'opening',
        startedAt: clinic.clock.now(),
        endedAt: clinic.clock.now(),
        sealed: lines,
        open: [],
      },
    },
    { who: 'custodian', meaning: 'counted', seen: ['count'] },
  );
  shelve(
    clinic,
    Number(answer.line),
    lines.map(({ containers }, index) => ({ product: index, containers })),
  );
}

/** Vials come onto the shelf in the order in which their line minted them. */
function shelve(
  clinic: Clinic,
  line: number,
  lots: readonly { readonly product: number; readonly containers: number }[],
): void {
  let part = 0;
  for (const { product: index, containers } of lots) {
    const product = clinic.products[index];
    if (product === undefined) continue;
    const shelf = clinic.sealed.get(product.id) ?? [];
    for (let number = 0; number < containers; number += 1) {
      part += 1;
      shelf.push(filledVial(`${line}-${part}`, product.size, clinic.chance));
    }
    clinic.sealed.set(product.id, shelf);
  }
}

/** A delivery, whenever a product runs low: invoice scanned, counted by one and verified by another. */
export async function receiveWhatRunsLow(
  clinic: Clinic,
): Promise<readonly { readonly line: number; readonly leaf: string }[]> {
  const received: { line: number; leaf: string }[] = [];
  for (const [index, product] of clinic.products.entries()) {
    const sealed = clinic.sealed.get(product.id)?.length ?? 0;
    if (sealed > product.reorderAt * clinic.size.stock) continue;
    const number = `${88_000 + clinic.day * 10 + index}`;
    const file = await clinic.way.keep('custodian', {
      name: `invoice-${number}.pdf`,
      bytes: await invoicePdf({
        number,
        date: clinic.today,
        item: product.item,
        containers: product.order * clinic.size.stock,
      }),
    });
    await until(clinic, clinic.minute + 6);
    const answer = await recordTogether(
      clinic,
      'custodian',
      { kind: 'receipt', door: 'receipts', body: delivery(clinic, product, { number, file }) },
      { who: 'nina', meaning: 'verified', seen: ['count', 'papers'] },
    );
    shelve(clinic, Number(answer.line), [
      { product: index, containers: product.order * clinic.size.stock },
    ]);
    received.push({ line: Number(answer.line), leaf: String(answer.leafHash) });
  }
  return received;
}

function delivery(
  clinic: Clinic,
  product: Stocked,
  invoice: { readonly number: string; readonly file: string },
): Record<string, Json> {
  const today = businessDate(clinic.today);
  const containers = product.order * clinic.size.stock;
  return {
    ...now(clinic),
    supplier: clinic.supplier,
    document: 'invoice',
    invoiceNumber: invoice.number,
    invoiceDate: addDays(today, -2),
    invoiceFile: invoice.file,
    orderedOn: addDays(today, -4),
    lines: [
      {
        product: product.id,
        location: 'safe',
        lot: `${product.lotPrefix}${clinic.day}`,
        expires: addDays(today, SHELF_LIFE_DAYS),
        ordered: containers,
        invoiced: containers,
        counted: containers,
        serials: [],
      },
    ],
  };
}

/** An emptied vial is closed out by somebody who is not the only one that drew from it. */
export async function closeOut(clinic: Clinic, vial: Vial): Promise<void> {
  const staff: readonly Colleague['key'][] = ['custodian', 'june', 'nina'];
  const performer = staff.find((key) => !vial.drawers.has(key)) ?? 'custodian';
  const witness = performer === 'custodian' ? 'june' : 'custodian';
  await until(clinic, clinic.minute + 2);
  await recordTogether(
    clinic,
    performer,
    { kind: 'close-out', door: 'close-outs', body: { ...now(clinic), container: vial.id } },
    { who: witness, meaning: 'witnessed', seen: ['container'] },
  );
}

/** A vial at its beyond-use time goes into quarantine by itself, and stays on hand: the clinic finds it there in the morning. */
export async function findPastUse(clinic: Clinic): Promise<void> {
  for (const [product, vial] of [...clinic.open]) {
    if (clinic.day - (vial.openedDay ?? clinic.day) < FEWEST_BUSINESS_DAYS) continue;
    if (!(await isSetApart(clinic, vial))) continue;
    clinic.open.delete(product);
    clinic.quarantined.push(vial);
  }
}

/** Whether the service has set a vial apart. It looks when the clock moves; the demonstration moves faster than a clinic. */
async function isSetApart(clinic: Clinic, vial: Vial): Promise<boolean> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const found = await deskOf(clinic, 'custodian').get(sitePath(clinic, `containers/${vial.id}`));
    if (found['quarantine'] !== null) return true;
    const end = found['beyondUseAt'];
    if (typeof end !== 'string' || end > clinic.clock.now()) return false;
  }
  throw new Error(`vial ${vial.id} is past its use, and nobody has set it apart`);
}

/** What goes wrong at a count, for the demonstration. */
export interface Mishap {
  /** One sealed vial was left in the preparation room. */
  readonly missingSealed?: string;
}

/** The blind count at the end of the day. What does not fit is counted again before the count becomes a line. */
export async function countTheSafe(clinic: Clinic, mishap: Mishap = {}): Promise<Answered> {
  const counter: Colleague['key'] = clinic.day % 2 === 0 ? 'custodian' : 'june';
  return clinic.way.count(
    counter,
    { type: 'day', location: 'safe' },
    {
      between: (minutes) => until(clinic, clinic.minute + minutes),
      tally: () => ({ ...now(clinic), ...found(clinic, mishap) }),
    },
  );
}

/** What people find in the safe. */
const found = (clinic: Clinic, mishap: Mishap): { readonly [key: string]: Json } => ({
  sealed: clinic.products.map(({ id, item }) => ({
    item,
    containers: (clinic.sealed.get(id)?.length ?? 0) - (mishap.missingSealed === id ? 1 : 0),
  })),
  quarantined: [],
  open: [...clinic.open.values(), ...clinic.quarantined].map((vial) => ({
    container: vial.id,
    quantity: millilitres(measure(vial, clinic.chance)),
    method: 'measured',
    resolution: millilitres(50),
  })),
});
