import { BRINGS_STOCK_IN } from '../../src/domain/counting/inventory.js';
import { asId } from '../../src/domain/ids.js';
import type { ContainerId, DrawId, OrderId, PersonId, ProductId } from '../../src/domain/ids.js';
import type { ReportIssuedRequest } from '../../src/domain/issued-report.js';
import { businessDate, instant, plus } from '../../src/domain/measures/instant.js';
import type { Instant } from '../../src/domain/measures/instant.js';
import type { Meaning, Seen } from '../../src/domain/person.js';
import { parseMass, parseQuantity, quantity } from '../../src/domain/measures/quantity.js';
import type { Mass, Quantity } from '../../src/domain/measures/quantity.js';
import type {
  AdministrationRequest,
  CloseOutRequest,
  CountRequest,
  DrawRequest,
  InfusionOrderRequest,
  InventoryRequest,
  InventorySealedLine,
  ReceiptRequest,
  Request,
  RequestHead,
  WasteRequest,
} from '../../src/domain/request.js';
import type { By, Checks, Cosigner, Submitted } from '../support/pure-register.js';
import { readClinic } from '../support/scenario-cast.js';
import { accepted, head, openClinic } from '../support/scenario-pure.js';
import type { PureClinic } from '../support/scenario-pure.js';

/** Eight in the morning at the clinic. */
export const MORNING = instant('2026-03-02T13:00:00Z');

/** Everything of a request but its head, and whatever of the head is not as usual. */
export type Asked<R extends Request> = Omit<R, keyof RequestHead> & Partial<RequestHead>;

/** A clinic on one morning, for tests that need a request as it is and not as it is said. */
export class Story {
  readonly clinic: PureClinic;

  constructor(at: Instant = MORNING, checks?: Checks) {
    this.clinic = openClinic(readClinic(), at, checks);
  }

  get now(): Instant {
    return this.clinic.site.now;
  }
  later(minutes: number): void {
    this.clinic.site.now = plus(this.now, { minutes });
    this.clinic.organisation.now = this.clinic.site.now;
  }

  person(name: string): PersonId {
    return found(this.clinic.people.get(name), name);
  }
  product(name: string): ProductId {
    return found(this.clinic.products.get(name), name);
  }

  /** Asks the site's ledger. Intended and now, where nothing else is said. */
  ask<R extends Request>(who: string, asked: Asked<R>, by: Partial<By> = {}): Submitted {
    return this.clinic.site.submit(this.whole(asked), { performer: this.person(who), ...by });
  }
  /** Asks the organisation's ledger. */
  askOrganisation<R extends Request>(who: string, asked: Asked<R>): Submitted {
    const performer = who === 'system' ? 'system' : this.person(who);
    return this.clinic.organisation.submit(this.whole(asked), { performer });
  }
  private whole<R extends Request>(asked: Asked<R>): Request {
    // Head and rest are the two halves of one request of the same kind.
    return { ...head(this.now), ...asked } as unknown as Request;
  }

  sign(name: string, meaning: Meaning = 'witnessed', seen: readonly Seen[] = ['act']): Cosigner {
    return { person: this.person(name), meaning, seen };
  }

  /** The first inventory: one sealed container for each product named, counted by two. */
  stock(...products: readonly string[]): readonly ContainerId[] {
    const sealed = products.map((name) => sealedLine(this.product(name)));
    const signatures = [this.sign('Paul Ode', 'counted', ['count'])];
    const { entry } = accepted(
      this.ask('Rita Vance', inventoryOf({ sealed }, this.now), { signatures }),
    );
    return entry.effects.states.filter((state) => state.noun === 'container').map(({ id }) => id);
  }

  /** An order of so many milligrams. */
  order(milligrams: string, patient = 'Adam'): OrderId {
    return asId(
      String(accepted(this.ask('Nina Cole', orderOf(milligrams, patient, this))).entry.seq),
    );
  }

  /** What was drawn, whatever is asked about it. */
  draw(order: OrderId, container: ContainerId, amount: string, who = 'Nina Cole'): DrawId {
    const asked = drawOf(order, [[container, amount]]);
    return asId(`${accepted(this.ask(who, asked)).entry.seq}-1`);
  }
}

function found<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new Error(`no ${name} at the clinic`);
  return thing;
}

export const mL = (text: string): Quantity => parseQuantity(text) ?? quantity(Number.NaN);
export const mg = (text: string): Mass => found(parseMass(text), text);

export const QUESTIONS = [
  'draw.looks-like-milligrams',
  'draw.looks-ten-fold',
  'draw.exceeds-order',
] as const;

export function sealedLine(product: ProductId, containers = 1): InventorySealedLine {
  return {
    product,
    location: asId('safe'),
    lot: 'K1',
    expires: businessDate('2027-06-30'),
    containers,
    quarantine: null,
  };
}

export function inventoryOf(
  changes: Partial<InventoryRequest>,
  at: Instant,
): Asked<InventoryRequest> {
  return {
    kind: 'inventory',
    type: 'initial',
    asOf: 'opening',
    startedAt: at,
    endedAt: at,
    sealed: [],
    open: [],
    previous: null,
    ...BRINGS_STOCK_IN,
    ...changes,
  };
}

export function receiptOf(
  story: Story,
  line: Partial<ReceiptRequest['lines'][number]> = {},
): Asked<ReceiptRequest> {
  return {
    kind: 'receipt',
    supplier: found(story.clinic.suppliers.get('Morris Wholesale'), 'supplier'),
    document: 'invoice',
    invoiceNumber: '4711',
    invoiceDate: null,
    invoiceFile: asId('hash of invoice 4711'),
    orderedOn: null,
    lines: [
      {
        product: story.product('ketamine 50'),
        location: asId('safe'),
        lot: 'K1',
        expires: businessDate('2027-06-30'),
        ordered: 1,
        invoiced: 1,
        counted: 1,
        serials: [],
        ...line,
      },
    ],
  };
}

export function orderOf(
  milligrams: string,
  patient: string,
  story: Story,
): Asked<InfusionOrderRequest> {
  return {
    kind: 'infusion-order',
    act: 'ordered',
    order: null,
    patient: asId(`patient ${patient}`),
    addressUnknown: null,
    orderedBy: story.person('Rita Vance'),
    given: 'written',
    route: 'iv-infusion',
    dose: mg(milligrams),
    dosePerKilogram: null,
    minutes: 40,
    diluent: null,
    series: null,
    item: null,
    plannedFor: null,
    personal: [{ field: 'patient.address', value: '12 Lake Street', retention: 'patient' }],
  };
}

export function drawOf(
  order: OrderId,
  lines: readonly (readonly [ContainerId, string])[],
): Asked<DrawRequest> {
  return {
    kind: 'draw',
    order,
    stated: [],
    lines: lines.map(([container, amount]) => ({ container, quantity: mL(amount) })),
    confirmed: QUESTIONS,
  };
}

export function givingOf(
  order: OrderId,
  lines: readonly (readonly [DrawId, string])[],
  outcome: AdministrationRequest['outcome'] = 'completed',
): Asked<AdministrationRequest> {
  return {
    kind: 'administration',
    order,
    outcome,
    preparation: null,
    lines: lines.map(([draw, amount]) => ({ draw, quantity: mL(amount) })),
    startedAt: null,
  };
}

export function wasteOf(lines: readonly (readonly [DrawId, string])[]): Asked<WasteRequest> {
  return {
    kind: 'waste',
    lines: lines.map(([draw, amount]) => ({ draw, quantity: mL(amount) })),
    preparation: null,
    container: null,
    why: 'dose-remainder',
    manner: 'rx-destroyer',
  };
}

export const closeOutOf = (container: ContainerId): Asked<CloseOutRequest> => ({
  kind: 'close-out',
  container,
});

export function countOf(changes: Partial<CountRequest>, story: Story): Asked<CountRequest> {
  return {
    kind: 'count',
    type: 'day',
    location: asId('safe'),
    startedAt: story.now,
    at: story.clinic.site.entries.length,
    sealed: [],
    quarantined: [],
    open: [],
    recounts: null,
    second: null,
    investigators: null,
    ...changes,
  };
}

/** A story with one open vial, an order, and 0.7 mL of it in process. */
export function drawnStory(): {
  readonly story: Story;
  readonly vial: ContainerId;
  readonly order: OrderId;
  readonly draw: DrawId;
} {
  const story = new Story();
  const [vial = asId('')] = story.stock('ketamine 50');
  const order = story.order('35');
  const draw = story.draw(order, vial, '0.700');
  return { story, vial, order, draw };
}

/** A ledger that was printed for an inspection. */
export const ISSUE: Asked<ReportIssuedRequest> = {
  kind: 'report-issued',
  purpose: 'inspection',
  document: 'ledger',
  format: 'pdf',
  from: businessDate('2026-03-01'),
  to: businessDate('2026-03-02'),
  size: 1,
  root: asId('q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c='),
  item: null,
  about: [],
  paper: 'letter',
  release: 'Countersign 0.1.0',
  file: asId('ab'.repeat(32)),
};
