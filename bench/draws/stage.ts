/**
 * Sets a deployment up for draws: sites, vials, and one order for each draw that may come. Made through the front door
 * where there is much to it, and by the ledger itself where there is only much of it.
 */
import { randomUUID } from 'node:crypto';
import { asId } from '../../src/domain/ids.js';
import type { LedgerId, PersonId, ProductId, SupplierId } from '../../src/domain/ids.js';
import { minus } from '../../src/domain/measures/instant.js';
import { Setup } from '../../src/features/setup/setup.js';
import { Ledger } from '../../src/ledger/ledger.js';
import type { Entry } from '../../src/domain/entry.js';
import { CLOCK } from '../../src/platform/platform.module.js';
import type { Clock } from '../../src/platform/clock.js';
import { SetupCode } from '../../src/platform/identity/setup-code.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  emptyInventory,
  LATEST,
  orderOf,
  PRODUCT,
  receiptOf,
  requestOf,
  SUPPLIER,
} from '../clinic.js';
import type { RequestBody } from '../clinic.js';
import { post } from './post.js';
import { receiptsFor, SIGN_IN, VIALS_PER_RECEIPT } from './plan.js';
import type { Plan, SitePlan } from './plan.js';

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

  async addProduct(): Promise<ProductId> {
    const { seq } = await this.record(this.organisation, PRODUCT);
    return asId(`product-${seq}`);
  }

  async addSupplier(): Promise<SupplierId> {
    const { seq } = await this.record(this.organisation, SUPPLIER);
    return asId(`supplier-${seq}`);
  }

  async stock(
    site: LedgerId,
    what: { readonly product: ProductId; readonly supplier: SupplierId; readonly orders: number },
  ): Promise<SitePlan> {
    const { orders } = what;
    const now = this.parts.clock.now();
    await this.record(site, emptyInventory(minus(now, { minutes: 2 }), minus(now, { minutes: 1 })));
    const receipt = receiptOf({ ...what, vials: VIALS_PER_RECEIPT });
    const receipts: number[] = [];
    while (receipts.length < receiptsFor(orders))
      receipts.push((await this.record(site, receipt)).seq);
    const order = orderOf(asId('patient-1'), this.parts.person);
    const first = await this.record(site, order);
    for (let made = 1; made < orders; made += AT_ONCE) {
      const size = Math.min(AT_ONCE, orders - made);
      await Promise.all(Array.from({ length: size }, () => this.record(site, order)));
    }
    return { site, firstOrder: first.seq, orders, receipts };
  }

  private async record(ledger: LedgerId, body: RequestBody): Promise<Entry> {
    const now = this.parts.clock.now();
    const recorded = await this.parts.ledger.record(ledger, {
      id: asId(randomUUID()),
      request: requestOf(body, minus(now, { seconds: 1 })),
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
