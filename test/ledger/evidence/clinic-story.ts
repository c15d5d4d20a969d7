/**
 * A clinic's life as requests, told to whatever records them: the rules alone, or the real ledger. The same seed tells
 * the same story.
 */
import { BRINGS_STOCK_IN } from '../../../src/domain/counting/inventory.js';
import type { Entry } from '../../../src/domain/entry.js';
import { asId, mint, mintLine } from '../../../src/domain/ids.js';
import type { ContainerId, DrawId, OrderId, PersonId, ProductId } from '../../../src/domain/ids.js';
import type { SupplierId } from '../../../src/domain/ids.js';
import { businessDate } from '../../../src/domain/measures/instant.js';
import type { Instant } from '../../../src/domain/measures/instant.js';
import type { Meaning, Seen } from '../../../src/domain/person.js';
import { quantity, strength } from '../../../src/domain/measures/quantity.js';
import type { Mass, Quantity } from '../../../src/domain/measures/quantity.js';
import type { PersonalField, Request, RequestHead } from '../../../src/domain/request.js';
import type { ProductFacts, SiteFacts, SupplierFacts } from '../../../src/domain/product.js';

/** Who asks, and who signs with them. */
export interface Signers {
  readonly performer: PersonId;
  readonly second?: {
    readonly person: PersonId;
    readonly meaning: Meaning;
    readonly seen: readonly Seen[];
  };
}

/** Records a request, or throws with the reason why it was refused. */
export type Record = (request: Request, by: Signers) => Promise<Entry>;

export interface Cast {
  readonly custodian: PersonId;
  readonly clinician: PersonId;
  readonly witness: PersonId;
  readonly product: ProductId;
  readonly supplier: SupplierId;
}

export const SITE: SiteFacts = {
  name: 'Ithaca, Main Street',
  registrant: 'Lakeview Infusion Center, PLLC',
  address: '1200 N. Main Street, Suite 4, Ithaca, NY 14850',
  deaNumber: 'FL1234563',
  registrationExpires: businessDate('2099-12-31'),
  businessActivity: 'hospital/clinic',
  schedules: ['III'],
  zone: asId('America/New_York'),
  locations: [{ id: asId('safe'), name: 'Safe' }],
};

export const PRODUCT: ProductFacts = {
  ndc: '0143-9508-01',
  cartonNdc: null,
  containersPerCarton: 10,
  name: 'Ketamine Hydrochloride Injection',
  labeler: 'Hikma',
  substance: 'ketamine',
  schedule: 'III',
  form: 'injection',
  unit: 'mL',
  strength: strength(50_000),
  size: quantity(10_000),
  containerType: 'vial',
  doseType: 'multiple-dose',
};

export const SUPPLIER: SupplierFacts = {
  name: 'Northeast Drug Supply, Inc.',
  address: '9 Depot Road, Albany, NY 12201',
  deaNumber: 'RN0123454',
  registrationExpires: businessDate('2099-12-31'),
};

const ITEM_LOCATION: never = asId('safe');
const VIALS_PER_RECEIPT = 30;
const STOPPED_EVERY = 8;

/** Tells the story, infusion by infusion. */
export class ClinicStory {
  private readonly sealed: ContainerId[] = [];
  private open: { readonly id: ContainerId; left: bigint } | undefined;
  private infusions = 0;
  private random: number;

  constructor(
    private readonly record: Record,
    private readonly cast: Cast,
    /** What the clock says; asked once for each request. */
    private readonly now: () => Instant,
    seed = 1,
  ) {
    this.random = seed;
  }

  /** The first inventory, of nothing, after which stock may come in. */
  async begin(): Promise<void> {
    const { custodian, witness } = this.cast;
    const head = this.head();
    await this.record(
      {
        ...head,
        kind: 'inventory',
        type: 'initial',
        asOf: 'opening',
        startedAt: head.occurredAt,
        endedAt: head.occurredAt,
        sealed: [],
        open: [],
        previous: null,
        ...BRINGS_STOCK_IN,
      },
      {
        performer: custodian,
        second: { person: witness, meaning: 'counted', seen: ['count'] },
      },
    );
  }

  /** One patient's infusion: order, draw, bag, infusion, and waste where it was stopped. */
  async infusion(): Promise<void> {
    this.infusions += 1;
    const volume = quantity(700 + this.below(20) * 10);
    const vial = await this.vialWith(volume);
    const { clinician } = this.cast;
    const order = await this.order(volume);
    const drawn = await this.record(
      {
        ...this.head(),
        kind: 'draw',
        order,
        stated: [],
        lines: [{ container: vial.id, quantity: volume }],
      },
      { performer: clinician },
    );
    vial.left -= volume;
    const draw: DrawId = mint(drawn.seq, 1);
    await this.give(order, draw);
  }

  private async order(volume: Quantity): Promise<OrderId> {
    const number = this.infusions;
    const ordered = await this.record(
      {
        ...this.head(patient(number)),
        kind: 'infusion-order',
        act: 'ordered',
        order: null,
        patient: asId(`p${(number % 300).toString(36).padStart(11, '0')}`),
        addressUnknown: null,
        orderedBy: this.cast.clinician,
        given: 'written',
        route: 'iv-infusion',
        dose: (volume * 50_000n) as Mass,
        dosePerKilogram: 500,
        minutes: 40,
        diluent: 'NaCl 0.9 %',
        series: { number: (number % 6) + 1, of: 6 },
        item: null,
        plannedFor: null,
      },
      { performer: this.cast.clinician },
    );
    return mintLine(ordered.seq);
  }

  private async give(order: OrderId, draw: DrawId): Promise<void> {
    const { clinician, witness } = this.cast;
    const total = quantity(100_000);
    const bag = await this.record(
      {
        ...this.head(),
        kind: 'preparation',
        order,
        draws: [draw],
        vessel: 'bag',
        diluent: 'NaCl 0.9 %',
        totalVolume: total,
        volumeIs: 'stated',
      },
      { performer: clinician },
    );
    const isStopped = this.infusions % STOPPED_EVERY === 0;
    const preparation: never = mintLine(bag.seq);
    const infused = isStopped ? quantity(63_000) : total;
    await this.record(
      {
        ...this.head(),
        kind: 'administration',
        order,
        outcome: isStopped ? 'stopped' : 'completed',
        preparation: { id: preparation, infused },
        lines: [],
        startedAt: null,
      },
      { performer: clinician },
    );
    if (!isStopped) return;
    await this.record(
      {
        ...this.head(),
        kind: 'waste',
        lines: [],
        preparation,
        container: null,
        why: 'infusion-stopped',
        manner: 'rx-destroyer',
      },
      {
        performer: clinician,
        second: { person: witness, meaning: 'witnessed', seen: ['act', 'residue'] },
      },
    );
  }

  private async vialWith(volume: Quantity): Promise<{ readonly id: ContainerId; left: bigint }> {
    if (this.open !== undefined && this.open.left >= volume) return this.open;
    if (this.open !== undefined) await this.closeOut(this.open.id);
    if (this.sealed.length === 0) await this.receive();
    const id = this.sealed.shift();
    if (id === undefined) throw new Error('no vial came in');
    this.open = { id, left: PRODUCT.size };
    return this.open;
  }

  private async closeOut(container: ContainerId): Promise<void> {
    const { custodian, witness } = this.cast;
    await this.record(
      { ...this.head(), kind: 'close-out', container },
      {
        performer: custodian,
        second: { person: witness, meaning: 'witnessed', seen: ['container'] },
      },
    );
  }

  private async receive(): Promise<void> {
    const { custodian, witness, product, supplier } = this.cast;
    const received = await this.record(
      {
        ...this.head(),
        kind: 'receipt',
        supplier,
        document: 'invoice',
        invoiceNumber: `N-${1000 + this.infusions}`,
        invoiceDate: businessDate('2026-03-01'),
        invoiceFile: asId('ab'.repeat(32)),
        orderedOn: businessDate('2026-02-27'),
        lines: [
          {
            product,
            location: ITEM_LOCATION,
            lot: `K${this.infusions}`,
            expires: businessDate('2099-12-31'),
            ordered: VIALS_PER_RECEIPT,
            invoiced: VIALS_PER_RECEIPT,
            counted: VIALS_PER_RECEIPT,
            serials: [],
          },
        ],
      },
      {
        performer: custodian,
        second: { person: witness, meaning: 'verified', seen: ['papers', 'container'] },
      },
    );
    for (let part = 1; part <= VIALS_PER_RECEIPT; part += 1) {
      this.sealed.push(mint(received.seq, part));
    }
  }

  private head(personal: readonly PersonalField[] = []): RequestHead {
    return { posture: 'intended', occurredAt: this.now(), reason: null, confirmed: [], personal };
  }

  /** Park and Miller's generator: the same story everywhere. */
  private below(limit: number): number {
    this.random = (this.random * 48_271) % 2_147_483_647;
    return this.random % limit;
  }
}

function patient(number: number): readonly PersonalField[] {
  const field = (name: string, value: string): PersonalField => ({
    field: name,
    value,
    retention: 'patient',
  });
  return [
    field('patient.name', `Zoë Nguyễn-${number}`),
    field('patient.address', `${number} Elm Street, Ithaca, NY 14850`),
  ];
}
