import { asId } from '../../src/domain/ids.js';
import type {
  AuditItem,
  CaseId,
  ContainerId,
  DrawId,
  FileHash,
  LeafHash,
  OrderId,
  PersonId,
  PreparationId,
  ProductId,
  SupplierId,
} from '../../src/domain/ids.js';
import {
  businessDate,
  fromWallTime,
  instant,
  parseLocalTime,
  wallTime,
} from '../../src/domain/measures/instant.js';
import type { BusinessDate, Instant } from '../../src/domain/measures/instant.js';
import type { Kind } from '../../src/domain/request.js';
import { auditItemOf } from '../../src/domain/product.js';
import { parseMass, parseQuantity } from '../../src/domain/measures/quantity.js';
import type { Mass, Quantity } from '../../src/domain/measures/quantity.js';
import type { Cast } from './scenario-cast.js';
import type { Opened, ScenarioDriver } from './scenario-driver.js';

/** What a scenario has given a name to: a line, or something that a line made. */
export interface Thing {
  readonly line: number;
  readonly leaf: LeafHash;
  readonly kind: Kind;
  /** Id of the container, draw or case; the line's number for everything that a line itself is. */
  readonly id: string;
  /** First line of its chain of corrections; the line itself where it corrects nothing. */
  readonly original: number;
}

const UNKNOWN_LINE = '999';
const UNKNOWN_PART = `${UNKNOWN_LINE}-1`;

/** Names and what they mean, while one scenario is played. Anything it does not know is a mistake in the text. */
export class Stage {
  /** Lines in the site's ledger so far. */
  size = 1;
  private readonly things = new Map<string, Thing>();
  private readonly leaves = new Map<number, LeafHash>();
  private readonly patients = new Map<string, string>();
  private readonly files = new Map<string, FileHash>();

  constructor(
    readonly cast: Cast,
    readonly opened: Opened,
    readonly driver: ScenarioDriver,
  ) {}

  /** Remembers a line that the register accepted. */
  accepted(line: number, leaf: LeafHash): void {
    this.size = line + 1;
    this.leaves.set(line, leaf);
  }
  leafOf(line: number): LeafHash {
    return known(this.leaves.get(line), `line ${line}`);
  }

  name(name: string, thing: Thing): void {
    if (this.things.has(name)) throw new Error(`"${name}" has a meaning already`);
    this.things.set(name, thing);
  }
  thing(name: string): Thing {
    return known(this.things.get(name), name);
  }
  /** Names without a meaning of their own stand for ids of the right form that no ledger has. */
  private idOf(name: string, unknown: string): string {
    return name.startsWith('unknown ') ? unknown : this.thing(name).id;
  }
  container(name: string): ContainerId {
    return asId(this.idOf(name, UNKNOWN_PART));
  }
  draw(name: string): DrawId {
    return asId(this.idOf(name, UNKNOWN_PART));
  }
  order(name: string): OrderId {
    return asId(this.idOf(name, UNKNOWN_LINE));
  }
  preparation(name: string): PreparationId {
    return asId(this.idOf(name, UNKNOWN_LINE));
  }
  case(name: string): CaseId {
    return asId(this.idOf(name, UNKNOWN_PART));
  }

  person(name: string): PersonId {
    return known(this.opened.people.get(name), name);
  }
  product(name: string): ProductId {
    return known(this.opened.products.get(name), name);
  }
  supplier(name: string): SupplierId {
    return known(this.opened.suppliers.get(name), name);
  }
  item(product: string): AuditItem {
    return auditItemOf(
      known(
        this.cast.products.find(({ name }) => name === product),
        product,
      ).facts,
    );
  }
  /** Whether a name is a product's: then a sentence is about its audit item. */
  isProduct(name: string): boolean {
    return this.opened.products.has(name);
  }
  async patient(name: string): Promise<string> {
    const id = this.patients.get(name) ?? (await this.driver.patient(name));
    this.patients.set(name, id);
    return id;
  }

  async file(name: string): Promise<FileHash> {
    const hash = this.files.get(name) ?? (await this.driver.file(name));
    this.files.set(name, hash);
    return hash;
  }

  /** Every id that differs between drivers, with the name that the transcript writes instead. */
  *aliases(): Generator<readonly [id: string, name: string]> {
    for (const [name, id] of this.opened.people) yield [id, name];
    for (const [name, id] of this.opened.products) yield [id, name];
    for (const [name, id] of this.opened.suppliers) yield [id, name];
    for (const [name, id] of this.patients) yield [id, `patient ${name}`];
    for (const [name, hash] of this.files) yield [hash, `the file of ${name}`];
    const { ledger, origin, verifierKey } = this.opened;
    yield [ledger, 'the site'];
    yield [origin, 'the origin'];
    yield [verifierKey, 'the verifier key'];
  }

  /** A reading of the clinic's clock: "10:10", or "01:30 EDT" where the clock shows it twice. */
  instant(date: BusinessDate, time: string): Instant {
    const [clock = '', abbreviation] = time.split(' ');
    const local = parseLocalTime(`${date}T${clock}`);
    if (local === undefined) throw new Error(`no time: ${date} ${time}`);
    const { zone } = this.cast.site;
    const reading = fromWallTime(local, zone);
    const readings =
      reading.kind === 'fold'
        ? [reading.earlier, reading.later]
        : reading.kind === 'one'
          ? [reading.instant]
          : [];
    const meant = readings.filter(
      (each) =>
        abbreviation === undefined || wallTime(each, zone).zoneAbbreviation === abbreviation,
    );
    const [only] = meant;
    if (only === undefined || meant.length > 1)
      throw new Error(`${date} ${time} is no single moment here: add EST or EDT`);
    return instant(only);
  }
}

/** "2026-03-01 09:30" or "09:30", the latter on the day of the step. */
export function momentOf(text: string, on: BusinessDate, stage: Stage): Instant {
  const found = /^(?:(\d{4}-\d\d-\d\d) )?(\d\d:\d\d(?: [A-Z]{3,4})?)$/.exec(text);
  if (found === null) throw new Error(`no moment: "${text}"`);
  const [, date, time = ''] = found;
  return stage.instant(date === undefined ? on : businessDate(date), time);
}

/** "0.700" millilitres. */
export function volume(text: string): Quantity {
  return known(parseQuantity(text), text);
}
/** "35" milligrams. */
export function mass(text: string): Mass {
  return known(parseMass(text), text);
}

export function known<T>(found: T | undefined, text: string): T {
  if (found === undefined) throw new Error(`"${text}" means nothing here`);
  return found;
}

/** The part of a matched sentence with this name. */
export type Parts = Readonly<Record<string, string | undefined>>;
export const part = (parts: Parts, name: string): string => known(parts[name], name);
