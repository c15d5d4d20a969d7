/**
 * Three days of a clinic in a real database, with everything that a printed page has to tell: inventory, receipt, draws with
 * bags and syringes, waste with and without a witness, late entries, corrections, counts, discrepancies and close-outs.
 */
import { randomUUID } from 'node:crypto';
import { asId, mint, mintLine } from '../../src/domain/ids.js';
import type {
  ContainerId,
  DrawId,
  EntryId,
  LedgerId,
  OrderId,
  PersonId,
  ProductId,
  SupplierId,
} from '../../src/domain/ids.js';
import type { Entry } from '../../src/domain/entry.js';
import { businessDate, instant, minutesBetween } from '../../src/domain/measures/instant.js';
import type { Instant } from '../../src/domain/measures/instant.js';
import type { LicenseClass, Meaning, Role, Seen } from '../../src/domain/person.js';
import type { ProductFacts } from '../../src/domain/product.js';
import { parseMass, parseQuantity, strength, units } from '../../src/domain/measures/quantity.js';
import type { Mass, Quantity } from '../../src/domain/measures/quantity.js';
import type { Kind, PersonalField, Request, RequestHead } from '../../src/domain/request.js';
import { Ledger } from '../../src/ledger/ledger.js';
import type { Recorded } from '../../src/ledger/submission.js';
import { SimulatedClock } from '../../src/platform/clock.js';
import { PRODUCT, SITE, SUPPLIER } from '../ledger/evidence/clinic-story.js';
import { ORGANISATION_ID, SITE_ID } from '../ledger/evidence/recorded-clinic.js';
import type { Instance } from '../ledger/evidence/recorded-clinic.js';

export { ORGANISATION_ID, SITE_ID };

type Body<K extends Kind> = Request extends infer R
  ? R extends { readonly kind: infer Own }
    ? K extends Own
      ? Omit<R, 'kind' | keyof RequestHead> & Partial<RequestHead>
      : never
    : never
  : never;

export interface Second {
  readonly person: PersonId;
  readonly meaning: Meaning;
  readonly seen: readonly Seen[];
}

const STRONG: ProductFacts = {
  ...PRODUCT,
  ndc: '0409-2051-15',
  strength: strength(100_000),
  size: units(5),
};

/** Quantities and masses as people write them. */
export const mL = (text: string): Quantity => parseQuantity(text) ?? wrong(text);
const mg = (text: string): Mass => parseMass(text) ?? wrong(text);

/** A clinic that lives by a clock that is set by hand. */
export class PrintedClinic {
  readonly clock = new SimulatedClock(instant('2026-03-02T08:00:00-05:00'));
  readonly ledger: Ledger;
  readonly people = new Map<string, PersonId>();
  usual: ProductId = asId('product-0');
  strong: ProductId = asId('product-0');
  supplier: SupplierId = asId('supplier-0');

  constructor(readonly instance: Instance) {
    this.ledger = new Ledger({
      pool: instance.pool,
      clock: this.clock,
      sealer: instance.keyring,
    });
  }

  person(initials: string): PersonId {
    return this.people.get(initials) ?? wrong(initials);
  }

  /** Lets time pass until a local time: `2026-03-02T09:15` of New York's winter. */
  at(local: string): Instant {
    const then = instant(`${local}:00-05:00`);
    this.clock.advance(Math.max(0, minutesBetween(this.clock.now(), then)) * 60_000);
    return this.clock.now();
  }

  async record<K extends Kind>(
    kind: K,
    body: Body<K>,
    how: {
      readonly by?: PersonId | 'system';
      readonly second?: Second;
      readonly ledger?: LedgerId;
      readonly transcriber?: PersonId;
    } = {},
  ): Promise<Entry> {
    const { by = this.person('NN'), second, ledger = SITE_ID, transcriber = null } = how;
    this.clock.advance(20_000);
    const head = {
      posture: 'intended',
      occurredAt: this.clock.now(),
      reason: null,
      confirmed: [],
      personal: [],
    };
    const id = asId(randomUUID()) as EntryId;
    const request = { kind, ...head, ...body } as unknown as Request;
    const submission = { id, request, performer: by, transcriber, source: 'manual' as const };
    const challenges = second === undefined ? [] : [await this.#signed(ledger, submission, second)];
    const answer = await this.ledger.record(ledger, {
      ...submission,
      provedAt: this.clock.now(),
      challenges,
    });
    return recorded(kind, answer);
  }

  async #signed(
    ledger: LedgerId,
    submission: Parameters<Ledger['openChallenge']>[0]['submission'],
    second: Second,
  ): Promise<string> {
    const at = this.clock.now();
    const { person: signer, meaning, seen } = second;
    const challenge = await this.ledger.openChallenge({
      ledger,
      submission,
      signer,
      meaning,
      seen,
      at,
    });
    if (challenge === undefined) return wrong('challenge');
    await this.ledger.signChallenge({ ledger, id: challenge.id, method: 'pin', at });
    return challenge.id;
  }

  async open(): Promise<void> {
    const origin = `clinic.invalid/csl/org/${ORGANISATION_ID}`;
    const verifierKey = await this.instance.signer.begin(ORGANISATION_ID, origin);
    await this.#organise('opened', {
      ledger: ORGANISATION_ID,
      origin,
      clock: 'simulated',
      verifierKey,
      site: null,
      organisation: 'Lakeview Infusion Center',
    });
    await this.#hire('Ada Admin', 'MD', ['administrator', 'registrant', 'witness'], 'system');
    await this.#hire('Pia Pharmacist', 'RPh', ['custodian', 'witness']);
    await this.#hire('Nils Nurse', 'RN', ['clinician', 'witness']);
    await this.#hire('Wei Witness', 'CRNA', ['clinician', 'witness']);
    this.usual = await this.approve(PRODUCT);
    this.strong = await this.approve(STRONG);
    const added = await this.#organise('supplier', {
      act: 'added',
      supplier: null,
      facts: SUPPLIER,
    });
    this.supplier = minted(added, 'supplier');
    await this.#openSite();
  }

  async #openSite(): Promise<void> {
    await this.#organise('site', {
      site: SITE_ID,
      facts: SITE,
      premises: {
        licenses: [
          {
            state: 'US-NY',
            name: 'Clinic license, class 3a',
            number: '0300-17',
            expires: businessDate('2027-12-31'),
          },
        ],
        keyHolders: [
          { location: asId('safe'), person: this.person('PP'), opensWith: 'code' },
          { location: asId('safe'), person: this.person('AA'), opensWith: 'key' },
        ],
        earlierRecords: 'Paper logs 2023 to 2026: locked cabinet 2, medication room',
      },
    });
    const origin = `clinic.invalid/csl/site/${SITE_ID}`;
    const verifierKey = await this.instance.signer.begin(SITE_ID, origin);
    await this.record(
      'opened',
      {
        ledger: SITE_ID,
        origin,
        clock: 'simulated',
        verifierKey,
        site: SITE,
        organisation: null,
      },
      { by: 'system' },
    );
  }

  #organise<K extends Kind>(kind: K, body: Body<K>, by?: 'system'): Promise<Entry> {
    const performer = by ?? this.people.get('AA') ?? 'system';
    return this.record(kind, body, { by: performer, ledger: ORGANISATION_ID });
  }

  async #hire(
    name: string,
    licenseClass: LicenseClass,
    roles: readonly Role[],
    by?: 'system',
  ): Promise<void> {
    const initials = name.replace(/[^A-Z]/g, '');
    const personal: readonly PersonalField[] = [
      { field: 'name', value: name, retention: 'staff' },
      { field: 'initials', value: initials, retention: 'staff' },
    ];
    const hired = await this.#organise(
      'person',
      { act: 'added', person: null, licenseClass, personal },
      by,
    );
    const person: PersonId = minted(hired, 'person');
    await this.#organise('grant', { person, site: 'organisation', roles, until: null }, by);
    this.people.set(initials, person);
  }

  async rename(initials: string, name: string, now: string): Promise<void> {
    await this.#organise('person', {
      act: 'renamed',
      person: this.person(initials),
      licenseClass: 'RN',
      personal: [
        { field: 'name', value: name, retention: 'staff' },
        { field: 'initials', value: now, retention: 'staff' },
      ],
    });
  }

  /** @returns its id. */
  async approve(facts: ProductFacts): Promise<never> {
    const approved = await this.#organise('product', {
      act: 'approved',
      product: null,
      facts,
      productType: 'human',
    });
    return minted(approved, 'product');
  }

  async order(name: string, dose: string, address?: string): Promise<OrderId> {
    const personal: PersonalField[] = [
      { field: 'patient.name', value: name, retention: 'patient' },
      ...(address === undefined
        ? []
        : [{ field: 'patient.address', value: address, retention: 'patient' as const }]),
    ];
    const ordered = await this.record('infusion-order', {
      act: 'ordered',
      order: null,
      patient: asId(name.toLowerCase().replace(/[^a-z]/g, '')),
      addressUnknown: address === undefined ? 'homeless' : null,
      orderedBy: this.person('AA'),
      given: 'written',
      route: 'iv-infusion',
      dose: mg(dose),
      dosePerKilogram: 500,
      minutes: 40,
      diluent: 'NaCl 0.9 %',
      series: { number: 2, of: 6 },
      item: null,
      plannedFor: null,
      personal,
    });
    return mintLine(ordered.seq);
  }

  async draw(order: OrderId, container: ContainerId, quantity: string): Promise<DrawId> {
    const drawn = await this.record('draw', {
      stated: [],
      order,
      lines: [{ container, quantity: mL(quantity) }],
    });
    return mint(drawn.seq, 1);
  }

  give(order: OrderId, draw: DrawId, quantity: string): Promise<Entry> {
    return this.record('administration', {
      order,
      outcome: quantity === '0' ? 'not-given' : 'completed',
      preparation: null,
      lines: [{ draw, quantity: mL(quantity) }],
      startedAt: null,
    });
  }

  waste(
    draw: DrawId,
    quantity: string,
    how: { readonly alone?: true; readonly note?: string } = {},
  ): Promise<Entry> {
    const { alone, note } = how;
    const personal: readonly PersonalField[] =
      note === undefined ? [] : [{ field: 'note', value: note, retention: 'case' }];
    return this.record(
      'waste',
      {
        posture: alone === true ? 'done' : 'intended',
        reason: alone === true ? 'alone-on-site' : null,
        lines: [{ draw, quantity: mL(quantity) }],
        preparation: null,
        container: null,
        why: 'dose-remainder',
        manner: 'rx-destroyer',
        personal,
      },
      alone === true ? {} : { second: this.seenBy('WW', 'witnessed', ['act', 'residue']) },
    );
  }

  seenBy(initials: string, meaning: Meaning, seen: readonly Seen[]): Second {
    return { person: this.person(initials), meaning, seen };
  }

  note(text: string): Pick<RequestHead, 'personal'> {
    return { personal: [{ field: 'note', value: text, retention: 'case' }] };
  }

  /** Hash of a line, as whoever corrects or countersigns it has read it. */
  async leaf(line: number): Promise<never> {
    const found = await this.instance.reader.entry(SITE_ID, line);
    return asId(found?.leafHash ?? wrong(String(line)));
  }

  correct(
    line: number,
    original: number,
    change: Extract<Request, { kind: 'correction' }>['change'],
    personal: readonly PersonalField[] = [],
  ): Promise<Entry> {
    return this.leaf(line).then((leaf) =>
      this.record(
        'correction',
        { reason: 'mistake-noticed', line, original, leaf, change, personal },
        { second: this.seenBy('PP', 'approved', ['papers']) },
      ),
    );
  }

  close(): Promise<void> {
    return this.ledger.close();
  }
}

export { businessDate };

function recorded(kind: Kind, answer: Recorded): Entry {
  if (answer.outcome === 'recorded') return answer.entry;
  throw new Error(`${kind} was not recorded: ${JSON.stringify(answer)}`);
}

function minted(entry: Entry, noun: 'person' | 'product' | 'supplier'): never {
  const state = entry.effects.states.find((each) => each.noun === noun);
  return asId(state?.id ?? wrong(noun));
}

function wrong(what: string): never {
  throw new Error(`this clinic has no ${what}`);
}
