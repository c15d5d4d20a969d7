import { cellKey } from '../book.js';
import type { CellKey } from '../book.js';
import { awaiting, present, refuse, requireSite, secondSignature, settle } from '../decision.js';
import type { Context } from '../decision.js';
import type { Flag } from '../entry.js';
import { businessDateOf } from '../measures/instant.js';
import type { BusinessDate } from '../measures/instant.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { isPast } from '../policy.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import type { ReceiptLine, ReceiptRequest } from '../request.js';
import type { Receipt } from '../stock/receipt.js';
import { locationOf, Minting, MOST_CONTAINERS, productOf } from '../stock/stock.js';
import type { Supplier } from '../product.js';

/**
 * Stock comes into custody on the day it physically arrives (21 CFR 1304.21(d)), with its supplier's name, address and
 * DEA number as they were that day (1304.22(c)). Ordered, invoiced and counted numbers are kept apart.
 */
export const receipt: KindRules<'receipt'> = {
  right: 'receive',
  reads: (request) => cells(REGISTER, POLICIES, ...serialKeys(request)),
  decide: (request, context) => {
    const on = businessDateOf(request.occurredAt, requireSite(context).zone);
    const from = present(context.organisation.suppliers.get(request.supplier), 'supplier.unknown', {
      supplier: request.supplier,
    });
    refuseMiscounted(request);
    const second = secondSignature(context, ['verified']);
    const objections = [
      ...generalObjections(request, context, from, on),
      ...serialObjections(request, context),
    ];
    const minting = new Minting(context.seq);
    const flags: Flag[] = receiptFlags(request);
    for (const line of request.lines)
      takeLine(line, { request, context, on, minting, flags, objections });
    const standing = second === undefined ? [awaiting(context, request, 'verification')] : [];
    return settle(request, context, {
      movements: minting.movements,
      states: [...minting.states, receiptState(request, context, from, minting), ...standing],
      objections,
      flags: [...flags, ...standing.map(() => ({ code: 'receipt.unverified', about: null }))],
    });
  },
};

function serialKeys(request: ReceiptRequest): readonly CellKey[] {
  return request.lines.flatMap(({ product, serials }) =>
    serials.map((serial) => cellKey('serial', `${product}|${serial}`)),
  );
}

function refuseMiscounted(request: ReceiptRequest): void {
  const containers = request.lines.reduce((total, line) => total + line.counted, 0);
  if (containers === 0) refuse('receipt.nothing-counted', {});
  if (containers > MOST_CONTAINERS)
    refuse('receipt.too-many', { containers, most: MOST_CONTAINERS });
  for (const { serials, counted, lot } of request.lines) {
    const distinct = new Set(serials).size;
    if (serials.length > 0 && distinct !== counted)
      refuse('receipt.serials-mismatch', { lot, counted, serials: distinct });
  }
  const scanned = request.lines.flatMap(({ product, serials, lot }) =>
    serials.map((serial) => ({ key: `${product}|${serial}`, lot, serial })),
  );
  const again = scanned.find(
    ({ key }, index) => scanned.findIndex((each) => each.key === key) < index,
  );
  if (again !== undefined)
    refuse('receipt.serials-mismatch', { lot: again.lot, serial: again.serial });
}

function generalObjections(
  request: ReceiptRequest,
  context: Context,
  from: Supplier,
  on: BusinessDate,
): Objection[] {
  const site = requireSite(context);
  const register = context.book.find('register', 'register');
  const found: Objection[] = [];
  if (register?.inventoryLine === null) found.push(objection('inventory.needed-first'));
  // 21 CFR 1306.04(b): a prescription is not a way to stock a clinic.
  if (request.document === 'prescription') found.push(objection('receipt.from-prescription'));
  if (from.status === 'withdrawn') found.push(objection('supplier.withdrawn', from.id));
  if (isPast(from.registrationExpires, on)) {
    found.push(
      objection('supplier.registration-expired', from.id, { expired: from.registrationExpires }),
    );
  }
  if (isPast(site.registrationExpires, on)) {
    found.push(objection('site.registration-expired', null, { expired: site.registrationExpires }));
  }
  return found;
}

function serialObjections(request: ReceiptRequest, context: Context): readonly Objection[] {
  return request.lines.flatMap(({ product, serials }) =>
    serials.flatMap((serial) => {
      const known = context.book.find('serial', `${product}|${serial}`);
      return known === undefined
        ? []
        : [objection('receipt.serial-known', known.container, { serial })];
    }),
  );
}

interface Taking {
  readonly request: ReceiptRequest;
  readonly context: Context;
  readonly on: BusinessDate;
  readonly minting: Minting;
  readonly flags: Flag[];
  readonly objections: Objection[];
}

function takeLine(line: ReceiptLine, taking: Taking): void {
  const { context, minting, flags, objections } = taking;
  const product = productOf(context, line.product);
  if (product.status === 'withdrawn') objections.push(objection('product.withdrawn', product.id));
  if (line.counted !== line.invoiced)
    flags.push({ code: 'receipt.count-differs-from-invoice', about: line.lot });
  const expired = isPast(line.expires, taking.on);
  if (expired) flags.push({ code: 'stock.expired-on-arrival', about: line.lot });
  if (line.counted === 0) return;
  minting.take({
    product,
    location: locationOf(context, line.location),
    lot: line.lot,
    expires: line.expires,
    receivedAt: taking.request.occurredAt,
    from: 'supplier',
    containers: Array.from({ length: line.counted }, (_, index) => ({
      serial: line.serials[index] ?? null,
      quantity: product.size,
      quarantine: expired ? ('expired' as const) : null,
      opened: null,
    })),
  });
}

function receiptFlags(request: ReceiptRequest): Flag[] {
  const hasInvoice = request.invoiceNumber !== null && request.invoiceFile !== null;
  return hasInvoice ? [] : [{ code: 'receipt.no-invoice', about: null }];
}

function receiptState(
  request: ReceiptRequest,
  context: Context,
  from: Supplier,
  minting: Minting,
): Receipt {
  const { name, address, deaNumber, registrationExpires } = from;
  return {
    noun: 'receipt',
    id: String(context.seq),
    receivedAt: request.occurredAt,
    supplier: { name, address, deaNumber, registrationExpires },
    invoiceNumber: request.invoiceNumber,
    invoiceDate: request.invoiceDate,
    invoiceFile: request.invoiceFile,
    containers: minting.minted,
  };
}
