import { addDays, businessDate } from '../../domain/measures/instant.js';
import { deskOf, now, pairOnDuty, putBack, recordTogether, sitePath, until } from './clinic.js';
import type { Clinic, Stocked } from './clinic.js';
import type { Colleague } from './cast.js';
import type { Json } from './desk.js';
import type { Delivery } from './loose-ends.js';
import { scan } from './scan.js';
import { filledVial } from './vials.js';
import type { Vial } from './vials.js';
import { lineOf } from './way-in.js';
import type { Act, WrittenLine } from './way-in.js';

/** Twenty-eight days have at least so many business days: a younger vial need not be looked at. */
const FEWEST_BUSINESS_DAYS = 18;
const SHELF_LIFE_DAYS = 540;
/** How often the clinic looks for what the service does by itself; each look is a request. */
const MOST_LOOKS = 2_000;

/** The first inventory: two people count what is there before the register begins. */
export async function firstInventory(
  clinic: Clinic,
  containersOf: (product: Stocked) => number,
): Promise<number> {
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
  const { line } = lineOf(answer);
  shelve(clinic, line, lines);
  return line;
}

/** Vials come onto the shelf in the order in which their line minted them. */
export function shelve(
  clinic: Clinic,
  line: number,
  lots: readonly { readonly product: string; readonly lot: string; readonly containers: number }[],
): readonly Vial[] {
  const sizes = new Map(clinic.products.map(({ id, size }) => [id, size]));
  const labels = lots.flatMap(({ product, lot, containers }) =>
    Array.from({ length: containers }, () => ({ product, lot, size: sizes.get(product) ?? 0 })),
  );
  const vials = labels.map((label, index) =>
    filledVial({ id: `${line}-${index + 1}`, ...label }, clinic.chance),
  );
  for (const vial of vials) putBack(clinic, vial);
  return vials;
}

/** A delivery, whenever a product runs low: invoice scanned, counted by one and verified by another. */
export async function receiveWhatRunsLow(clinic: Clinic): Promise<readonly Delivery[]> {
  const received: Delivery[] = [];
  for (const [index, product] of clinic.products.entries()) {
    const sealed = clinic.sealed.get(product.id)?.length ?? 0;
    if (sealed > product.reorderAt * clinic.size.stock) continue;
    const number = `${88_000 + clinic.day * 10 + index}`;
    const file = await keepInvoice(clinic, product, number);
    await until(clinic, clinic.minute + 6);
    const line = await receive(clinic, delivery(clinic, product, { number, file }));
    const lot = `${product.lotPrefix}${clinic.day}`;
    const containers = product.order * clinic.size.stock;
    const vials = shelve(clinic, line.line, [{ product: product.id, lot, containers }]);
    received.push({ ...line, date: clinic.today, vials });
  }
  return received;
}

/** The scan of the invoice that comes with the usual order of a product. */
export async function keepInvoice(
  clinic: Clinic,
  product: Stocked,
  number: string,
): Promise<string> {
  return clinic.way.keep('custodian', {
    name: `invoice-${number}.pdf`,
    bytes: await scan({
      from: 'Harbor Medical Supply',
      address: '400 Quay Street, Port Alder, FL 33901',
      title: `Invoice ${number}`,
      date: clinic.today,
      lines: [
        `${product.order * clinic.size.stock} containers of ${product.item}`,
        'Prices are on the statement of account.',
      ],
    }),
  });
}

/** The custodian takes a delivery in; a clinician verifies number and papers. */
export async function receive(clinic: Clinic, body: Act['body']): Promise<WrittenLine> {
  const answer = await recordTogether(
    clinic,
    'custodian',
    { kind: 'receipt', door: 'receipts', body },
    { who: pairOnDuty(clinic).first, meaning: 'verified', seen: ['count', 'papers'] },
  );
  return lineOf(answer);
}

/** What a delivery note says. */
export function delivery(
  clinic: Clinic,
  product: Stocked,
  invoice: { readonly number: string; readonly file: string | null },
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
  const { first, second } = pairOnDuty(clinic);
  const staff: readonly Colleague['key'][] = ['custodian', first, second];
  const performer = staff.find((key) => !vial.drawers.has(key)) ?? 'custodian';
  const witness = performer === 'custodian' ? first : 'custodian';
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
