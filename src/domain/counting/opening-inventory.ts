import { policyForDrug, present, refuse, requireSite } from '../decision.js';
import type { Context, Draft } from '../decision.js';
import type { Flag } from '../entry.js';
import { businessDateOf, isBefore, startOfDay } from '../measures/instant.js';
import type { BusinessDate, Instant } from '../measures/instant.js';
import { methodObjections } from './inventory-method.js';
import { inventoriedAt } from './last-counts.js';
import { isPast, overfillAllowance } from '../policy.js';
import { add, formatMeasured, sum, ZERO } from '../measures/quantity.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import type { InventoryOpenLine, InventoryRequest, InventorySealedLine } from '../request.js';
import { locationOf, Minting, MOST_CONTAINERS, productOf } from '../stock/stock.js';
import type { ArrivingContainer } from '../stock/stock.js';

/**
 * The first inventory of a registered location: initial, with zero recordable; go-live, which names the one before it;
 * or that of a new place, which opens with what the old one closed with. It is the only entry that brings stock in from
 * `opening`. 21 CFR 1304.11.
 */
export function mint(request: InventoryRequest, context: Context): Draft {
  const register = present(context.book.find('register', 'register'), 'ledger.not-opened', {});
  if (register.inventoryLine !== null)
    refuse('inventory.already-taken', { line: register.inventoryLine });
  refuseInconsistent(request);
  const minting = new Minting(context.seq);
  const flags: Flag[] = [];
  for (const line of request.sealed) takeSealed(line, request, context, minting, flags);
  for (const line of request.open) takeOpen(line, request, context, minting, flags);
  const last = inventoriedAt(context, {
    takenAt: request.occurredAt,
    at: statedFor(request, context),
  });
  return {
    movements: minting.movements,
    states: [...minting.states, { ...register, inventoryLine: context.seq }, last],
    flags,
    objections: [
      ...methodObjections(
        request.open.map((line) => ({
          about: line.lot,
          quantity: line.quantity,
          size: productOf(context, line.product).size,
          isEstimated: line.method === 'estimated',
        })),
        context,
      ),
      ...relocationObjections(request, minting),
    ],
  };
}

function refuseInconsistent(request: InventoryRequest): void {
  if (isBefore(request.endedAt, request.startedAt)) refuse('inventory.ends-before-start', {});
  if (request.type === 'go-live' && request.previous === null)
    refuse('inventory.needs-previous', {});
  if (request.type === 'initial' && request.previous !== null)
    refuse('inventory.initial-with-previous', {});
  if ((request.type === 'relocation-in') !== (request.relocated !== null))
    refuse('inventory.needs-closing', {});
  const containers = request.sealed.reduce(
    (total, line) => total + line.containers,
    request.open.length,
  );
  if (containers > MOST_CONTAINERS)
    refuse('inventory.too-many', { containers, most: MOST_CONTAINERS });
}

/**
 * From when on the counted stock is in the book. An inventory as of opening stands before everything of its day, so that
 * what was drawn before people had finished counting is drawn from it; one as of close stands after all of it.
 */
function statedFor({ asOf, startedAt, endedAt }: InventoryRequest, context: Context): Instant {
  if (asOf === 'close') return endedAt;
  const { zone } = requireSite(context);
  const { dayStartsAt } = policyForDrug(context, startedAt).settings;
  return startOfDay(businessDateOf(startedAt, zone, dayStartsAt), zone);
}

/** The new place opens with what the old one closed with, item by item. */
function relocationObjections(
  { relocated }: InventoryRequest,
  { movements }: Minting,
): readonly Objection[] {
  if (relocated === null) return [];
  const closed = new Map(relocated.stated.map(({ item, onHand }) => [item, onHand]));
  const items = new Set([...closed.keys(), ...movements.map(({ item }) => item)]);
  const differing = [...items].filter((item) => {
    const opened = movements.filter((each) => each.item === item);
    return sum(opened.map(({ quantity }) => quantity)) !== (closed.get(item) ?? ZERO);
  });
  return differing.length === 0
    ? []
    : [objection('inventory.relocation-differs', null, { items: differing.sort() })];
}

function takeSealed(
  line: InventorySealedLine,
  request: InventoryRequest,
  context: Context,
  minting: Minting,
  flags: Flag[],
): void {
  const product = productOf(context, line.product);
  const quarantine = line.quarantine ?? expiry(line.expires, request, context, flags);
  const each: ArrivingContainer = {
    serial: null,
    quantity: product.size,
    quarantine,
    opened: null,
  };
  minting.take({
    ...line,
    product,
    location: locationOf(context, line.location),
    receivedAt: statedFor(request, context),
    from: 'opening',
    containers: Array.from({ length: line.containers }, () => each),
  });
}

function takeOpen(
  line: InventoryOpenLine,
  request: InventoryRequest,
  context: Context,
  minting: Minting,
  flags: Flag[],
): void {
  const product = productOf(context, line.product);
  const most = add(
    product.size,
    overfillAllowance(product.size, policyForDrug(context, request.occurredAt).settings),
  );
  if (line.quantity > most) {
    refuse('inventory.open-exceeds-container', {
      quantity: formatMeasured(line.quantity, product.unit),
      most: formatMeasured(most, product.unit),
    });
  }
  const quarantine = line.quarantine ?? expiry(line.expires, request, context, flags);
  const opened = { at: line.openedAt, beyondUseAt: line.beyondUseAt };
  minting.take({
    ...line,
    product,
    location: locationOf(context, line.location),
    receivedAt: statedFor(request, context),
    from: 'opening',
    containers: [{ serial: null, quantity: line.quantity, quarantine, opened }],
  });
}

/** Expired stock stays on hand, in quarantine, until it leaves physically. */
function expiry(
  expires: BusinessDate,
  request: InventoryRequest,
  context: Context,
  flags: Flag[],
): 'expired' | null {
  const zone = context.organisation.sites.get(context.ledger)?.zone;
  if (zone === undefined || !isPast(expires, businessDateOf(request.occurredAt, zone))) return null;
  flags.push({ code: 'stock.expired-on-arrival', about: null });
  return 'expired';
}
