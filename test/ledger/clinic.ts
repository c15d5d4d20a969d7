/** A small clinic for tests of the ledger: an organisation, its people and products, and sites with stock. */
import { BRINGS_STOCK_IN } from '../../src/domain/counting/inventory.js';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { asId } from '../../src/domain/ids.js';
import type {
  AuditItem,
  ContainerId,
  EntryId,
  LedgerId,
  OrderId,
  PersonId,
} from '../../src/domain/ids.js';
import { businessDate, instant, minus, zone } from '../../src/domain/measures/instant.js';
import type { Instant } from '../../src/domain/measures/instant.js';
import type { SiteFacts } from '../../src/domain/product.js';
import type { Role } from '../../src/domain/person.js';
import { parseMass, quantity, strength, units } from '../../src/domain/measures/quantity.js';
import type { Quantity } from '../../src/domain/measures/quantity.js';
import type { Kind, PersonalField, Request, RequestHead } from '../../src/domain/request.js';
import { Ledger } from '../../src/ledger/ledger.js';
import type { LedgerParts } from '../../src/ledger/ledger.js';
import type { Recorded, Submission } from '../../src/ledger/submission.js';
import type { Clock } from '../../src/platform/clock.js';

export const ORGANISATION: LedgerId = asId('organisation'.slice(0, 12));
export const SITE: LedgerId = asId('site00000001');
export const ANNA: PersonId = asId('person-1');
export const BEN: PersonId = asId('person-3');

/** What a request of a kind says; its head has usual values. */
export type Body<K extends Kind> = Request extends infer R
  ? R extends { readonly kind: infer Own }
    ? K extends Own
      ? Omit<R, 'kind' | keyof RequestHead> & Partial<RequestHead>
      : never
    : never
  : never;

export interface ClinicOptions extends LedgerParts {
  readonly pool: pg.Pool;
  readonly clock: Clock;
}

export class Clinic {
  readonly ledger: Ledger;

  constructor(readonly options: ClinicOptions) {
    this.ledger = new Ledger(options);
  }

  now(): Instant {
    return this.options.clock.now();
  }

  /** A submission of Anna's, made a moment ago, unless told otherwise. */
  submission<K extends Kind>(
    kind: K,
    body: Body<K>,
    submission: Partial<Omit<Submission, 'request'>> = {},
  ): Submission {
    const head = {
      posture: 'intended',
      occurredAt: minus(this.now(), { seconds: 1 }),
      reason: null,
      confirmed: [],
      personal: [],
    };
    return {
      id: asId(randomUUID()),
      request: { kind, ...head, ...body } as unknown as Request,
      performer: ANNA,
      transcriber: null,
      source: 'manual',
      provedAt: this.now(),
      challenges: [],
      ...submission,
    };
  }

  record<K extends Kind>(
    ledger: LedgerId,
    kind: K,
    body: Body<K>,
    submission: Partial<Omit<Submission, 'request'>> = {},
  ): Promise<Recorded> {
    return this.ledger.record(ledger, this.submission(kind, body, submission));
  }

  /** Organisation with Anna, who may do everything, and Ben, who draws and witnesses; one product; one supplier. */
  async open(): Promise<void> {
    const system = { performer: 'system' as const };
    await this.mustRecord(
      ORGANISATION,
      'opened',
      {
        ledger: ORGANISATION,
        origin: 'clinic.test/csl/org/1',
        clock: this.#clockKind(),
        verifierKey: 'clinic.test/csl/org/1+00000000+AQ==',
        site: null,
        organisation: 'Clinic',
      },
      system,
    );
    await this.addPerson('Anna Adams', 'AA', 'RPh', system);
    await this.#grant(ANNA, ['administrator', 'registrant', 'witness'], system);
    await this.addPerson('Ben Brown', 'BB', 'RN');
    await this.#grant(BEN, ['clinician', 'witness']);
    await this.mustRecord(ORGANISATION, 'product', {
      act: 'approved',
      product: null,
      facts: KETAMINE,
      productType: 'human',
    });
    await this.mustRecord(ORGANISATION, 'supplier', {
      act: 'added',
      supplier: null,
      facts: SUPPLIER,
    });
  }

  /** A site with an empty inventory. */
  async openSite(site: LedgerId = SITE): Promise<void> {
    await this.mustRecord(ORGANISATION, 'site', { site, facts: SITE_FACTS, premises: null });
    await this.mustRecord(site, 'opened', {
      ledger: site,
      origin: `clinic.test/csl/site/${site}`,
      clock: this.#clockKind(),
      verifierKey: 'clinic.test/csl/site/1+00000000+AQ==',
      site: SITE_FACTS,
      organisation: null,
    });
    await this.mustRecord(site, 'inventory', {
      posture: 'done',
      reason: 'alone-on-site',
      type: 'initial',
      asOf: 'opening',
      startedAt: minus(this.now(), { minutes: 2 }),
      endedAt: minus(this.now(), { minutes: 1 }),
      sealed: [],
      open: [],
      previous: null,
      ...BRINGS_STOCK_IN,
    });
  }

  /** Receives so many vials and gives their ids. */
  async receive(containers: number, site: LedgerId = SITE): Promise<readonly ContainerId[]> {
    const answer = await this.delivery(containers, site);
    return Array.from({ length: containers }, (_, i) => asId(`${answer.entry.seq}-${i + 1}`));
  }

  delivery(containers: number, site: LedgerId = SITE): ReturnType<Clinic['mustRecord']> {
    return this.mustRecord(site, 'receipt', {
      supplier: asId('supplier-6'),
      document: 'invoice',
      invoiceNumber: 'I-1',
      invoiceDate: businessDate('2026-01-02'),
      invoiceFile: null,
      orderedOn: null,
      lines: [
        {
          product: asId('product-5'),
          location: asId('safe'),
          lot: 'LOT1',
          expires: businessDate('2099-12-31'),
          ordered: containers,
          invoiced: containers,
          counted: containers,
          serials: [],
        },
      ],
    });
  }

  /** Orders 50 mg for a patient and gives the order's id. */
  async order(site: LedgerId = SITE): Promise<OrderId> {
    return asId(String((await this.ordered(site)).entry.seq));
  }

  ordered(site: LedgerId = SITE): ReturnType<Clinic['mustRecord']> {
    return this.mustRecord(site, 'infusion-order', {
      act: 'ordered',
      order: null,
      patient: asId('patient-1'),
      addressUnknown: null,
      orderedBy: ANNA,
      given: 'written',
      route: 'iv-infusion',
      dose: parseMass('50') ?? fail(),
      dosePerKilogram: null,
      minutes: 40,
      diluent: 'NaCl 0.9 %',
      series: null,
      item: null,
      plannedFor: null,
      personal: PATIENT,
    });
  }

  draw(
    order: OrderId,
    container: ContainerId,
    options: {
      readonly site?: LedgerId;
      readonly quantity?: Quantity;
      readonly submission?: Partial<Omit<Submission, 'request'>>;
    } = {},
  ): Promise<Recorded> {
    const line = { container, quantity: options.quantity ?? quantity(1000) };
    return this.record(
      options.site ?? SITE,
      'draw',
      {
        order,
        lines: [line],
        stated: [],
        confirmed: ['draw.exceeds-order', 'draw.looks-ten-fold'],
      },
      options.submission,
    );
  }

  async addPerson(
    name: string,
    initials: string,
    licenseClass: 'RPh' | 'RN',
    submission: Partial<Omit<Submission, 'request'>> = {},
  ): Promise<void> {
    const personal: readonly PersonalField[] = [
      { field: 'name', value: name, retention: 'staff' },
      { field: 'initials', value: initials, retention: 'staff' },
    ];
    await this.mustRecord(
      ORGANISATION,
      'person',
      { act: 'added', person: null, licenseClass, personal },
      submission,
    );
  }

  async mustRecord<K extends Kind>(
    ledger: LedgerId,
    kind: K,
    body: Body<K>,
    submission: Partial<Omit<Submission, 'request'>> = {},
  ): Promise<Extract<Recorded, { outcome: 'recorded' }>> {
    const answer = await this.record(ledger, kind, body, submission);
    if (answer.outcome !== 'recorded')
      throw new Error(`${kind} was not recorded: ${JSON.stringify(answer)}`);
    return answer;
  }

  async #grant(
    person: PersonId,
    roles: readonly Role[],
    submission: Partial<Omit<Submission, 'request'>> = {},
  ): Promise<void> {
    await this.mustRecord(
      ORGANISATION,
      'grant',
      { person, site: 'organisation', roles, until: null },
      submission,
    );
  }

  #clockKind(): 'real' | 'simulated' {
    return this.options.clock.kind === 'simulated' ? 'simulated' : 'real';
  }
}

export const PATIENT: readonly PersonalField[] = [
  { field: 'patient.name', value: 'Carla Cruz', retention: 'patient' },
  { field: 'patient.address', value: '1 Main Street, Springfield', retention: 'patient' },
  { field: 'patient.weight_g', value: '70000', retention: 'patient' },
];

export const SITE_FACTS: SiteFacts = {
  name: 'Clinic One',
  registrant: 'Clinic LLC',
  address: '2 Main Street, Springfield',
  deaNumber: 'FC1234563',
  registrationExpires: businessDate('2099-12-31'),
  businessActivity: 'practitioner',
  schedules: ['III'],
  zone: zone('America/New_York'),
  locations: [{ id: asId('safe'), name: 'Safe' }],
};

/** The audit item of the one product. */
export const ITEM: AuditItem = asId('ketamine 50 mg/mL injection, 10 mL');

export const KETAMINE = {
  ndc: '42023-0113-10',
  cartonNdc: null,
  containersPerCarton: 10,
  name: 'Ketalar',
  labeler: 'Par',
  substance: 'ketamine',
  schedule: 'III' as const,
  form: 'injection',
  unit: 'mL' as const,
  strength: strength(50_000),
  size: units(10),
  containerType: 'vial' as const,
  doseType: 'multiple-dose' as const,
};

const SUPPLIER = {
  name: 'Wholesale Inc.',
  address: '3 Main Street, Springfield',
  deaNumber: 'PW1234563',
  registrationExpires: businessDate('2099-12-31'),
};

const fail = (): never => {
  throw new Error('a constant of these tests is wrong');
};

export const entryId = (): EntryId => asId(randomUUID());
export { instant };
