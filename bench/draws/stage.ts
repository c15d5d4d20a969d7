/**
 * Sets a deployment up for draws: sites, vials, and one order for each draw that may come. Made through the front door
 * where there is much to it, and by the ledger itself where there is only much of it.
 */
import { randomUUID } from 'node:crypto';
import { asId } from '../../src/domain/ids.js';
import type { LedgerId, PersonId } from '../../src/domain/ids.js';
import { businessDate, minus } from '../../src/domain/instant.js';
import { parseMass, strength, units } from '../../src/domain/quantity.js';
import type { Request } from '../../src/domain/request.js';
import { Setup } from '../../src/features/setup/setup.js';
import { Ledger } from '../../src/ledger/ledger.js';
import type { Entry } from '../../src/domain/entry.js';
import { CLOCK } from '../../src/platform/platform.module.js';
import type { Clock } from '../../src/platform/clock.js';
import { SetupCode } from '../../src/platform/identity/setup-code.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { post } from './post.js';
import { receiptsFor, SIGN_IN, VIALS_PER_RECEIPT } from './plan.js';
import type { Plan, SitePlan } from './plan.js';

const LATEST = '2099-12-31';
const AT_ONCE = 512;

const SITE = {
  name: 'Harrow Bay',
  registrant: 'Vance, Rita MD',
  address: '12 Alder Way\nHarrow Bay, FL 33999',
  deaNumber: 'BV1234563',
  registrationExpires: LATEST,
  businessActivity: 'Practitioner',
  schedules: ['III', 'IIIN'],
  zone: 'America/New_York',
  locations: [{ id: 'safe', name: 'Safe' }],
};

/** Makes as many sites as there are numbers, each with so many orders. */
export async function stage(
  service: { readonly app: NestFastifyApplication; readonly url: string },
  orders: readonly number[],
): Promise<Plan> {
  const desk = await Desk.open(service);
  const product = await desk.addProduct();
  const supplier = await desk.addSupplier();
  const sites: SitePlan[] = [];
  for (const [index, size] of orders.entries()) {
    const site = index === 0 ? desk.firstSite : await desk.addSite(`Harrow Bay ${index + 1}`);
    sites.push(await desk.stock(site, { product, supplier, orders: size }));
  }
  return { organisation: desk.organisation, sites, made: sites.map(() => 0) };
}

/** A body of a request, without what all of them say alike. */
type Body = Readonly<Record<string, unknown>> & { readonly kind: Request['kind'] };

class Desk {
  private constructor(
    private readonly parts: {
      readonly url: string;
      readonly cookie: string;
      readonly ledger: Ledger;
      readonly clock: Clock;
      readonly person: PersonId;
    },
    readonly organisation: LedgerId,
    readonly firstSite: LedgerId,
  ) {}

  static async open({
    app,
    url,
  }: {
    readonly app: NestFastifyApplication;
    readonly url: string;
  }): Promise<Desk> {
    if ((await app.get(Setup).state()) === 'finished') throw new Error('it is set up already');
    const code = await app.get(SetupCode).make();
    const person = {
      name: 'Rita Vance',
      initials: 'RV',
      licenseClass: 'MD',
      ...SIGN_IN,
      pin: '402917',
    };
    const setup = { code, organisation: 'Harrow Bay Infusion', person, site: SITE };
    const made = await post(url, '/api/setup', setup);
    const session = await post(url, '/api/session', SIGN_IN);
    const parts = {
      url,
      cookie: session.cookie,
      ledger: app.get(Ledger),
      clock: app.get<Clock>(CLOCK),
      person: asId(made.text('person')),
    };
    return new Desk(parts, asId(made.text('organisation')), asId(made.text('site')));
  }

  async addSite(name: string): Promise<LedgerId> {
    const { url, cookie, clock } = this.parts;
    const body = { posture: 'intended', occurredAt: clock.now(), facts: { ...SITE, name } };
    return asId((await post(url, '/api/sites', body, cookie)).text('site'));
  }

  async addProduct(): Promise<string> {
    const facts = {
      ndc: '42023-0113-10',
      cartonNdc: null,
      containersPerCarton: 10,
      name: 'Ketalar',
      labeler: 'Par',
      substance: 'ketamine',
      schedule: 'III',
      form: 'injection',
      unit: 'mL',
      strength: strength(50_000),
      size: units(10),
      containerType: 'vial',
      doseType: 'multiple-dose',
    };
    const request = { act: 'approved', product: null, facts, productType: 'human' };
    const { seq } = await this.record(this.organisation, { kind: 'product', ...request });
    return `product-${seq}`;
  }

  async addSupplier(): Promise<string> {
    const facts = {
      name: 'Wholesale Inc.',
      address: '3 Main Street, Springfield',
      deaNumber: 'PW1234563',
      registrationExpires: businessDate(LATEST),
    };
    const request = { act: 'added', supplier: null, facts };
    const { seq } = await this.record(this.organisation, { kind: 'supplier', ...request });
    return `supplier-${seq}`;
  }

  async stock(
    site: LedgerId,
    what: { readonly product: string; readonly supplier: string; readonly orders: number },
  ): Promise<SitePlan> {
    const { orders } = what;
    const now = this.parts.clock.now();
    await this.record(site, {
      kind: 'inventory',
      posture: 'done',
      reason: 'alone-on-site',
      type: 'initial',
      asOf: 'opening',
      startedAt: minus(now, { minutes: 2 }),
      endedAt: minus(now, { minutes: 1 }),
      sealed: [],
      open: [],
      previous: null,
    });
    const receipts: number[] = [];
    while (receipts.length < receiptsFor(orders))
      receipts.push((await this.record(site, receiptOf(what))).seq);
    const order = orderOf(this.parts.person);
    const first = await this.record(site, order);
    for (let made = 1; made < orders; made += AT_ONCE) {
      const size = Math.min(AT_ONCE, orders - made);
      await Promise.all(Array.from({ length: size }, () => this.record(site, order)));
    }
    return { site, firstOrder: first.seq, orders, receipts };
  }

  private async record(ledger: LedgerId, body: Body): Promise<Entry> {
    const now = this.parts.clock.now();
    const head = {
      posture: 'intended',
      occurredAt: minus(now, { seconds: 1 }),
      reason: null,
      confirmed: [],
      personal: [],
    };
    const recorded = await this.parts.ledger.record(ledger, {
      id: asId(randomUUID()),
      // Written out by hand above; the ledger refuses what does not fit.
      request: { ...head, ...body } as unknown as Request,
      performer: this.parts.person,
      transcriber: null,
      source: 'manual',
      provedAt: now,
      challenges: [],
    });
    if (recorded.outcome === 'recorded') return recorded.entry;
    throw new Error(`${body.kind} was not recorded: ${JSON.stringify(recorded)}`);
  }
}

function receiptOf(what: { readonly product: string; readonly supplier: string }): Body {
  const line = {
    product: what.product,
    location: 'safe',
    lot: 'LOT1',
    expires: businessDate(LATEST),
    ordered: VIALS_PER_RECEIPT,
    invoiced: VIALS_PER_RECEIPT,
    counted: VIALS_PER_RECEIPT,
    serials: [],
  };
  return {
    kind: 'receipt',
    supplier: what.supplier,
    document: 'invoice',
    invoiceNumber: 'I-1',
    invoiceDate: businessDate('2026-01-02'),
    invoiceFile: null,
    orderedOn: null,
    lines: [line],
  };
}

/** 35 mg, which is what a draw takes. */
function orderOf(orderedBy: PersonId): Body {
  return {
    kind: 'infusion-order',
    act: 'ordered',
    order: null,
    patient: 'patient-1',
    addressUnknown: null,
    orderedBy,
    given: 'written',
    route: 'iv-infusion',
    dose: parseMass('35'),
    dosePerKilogram: null,
    minutes: 40,
    diluent: 'NaCl 0.9 %',
    series: null,
    item: null,
    plannedFor: null,
    personal: [
      { field: 'patient.name', value: 'Carla Cruz', retention: 'patient' },
      { field: 'patient.address', value: '1 Main Street, Springfield', retention: 'patient' },
      { field: 'patient.weight_g', value: '70000', retention: 'patient' },
    ],
  };
}
