import { randomUUID } from 'node:crypto';
import { asId } from '../../src/domain/ids.js';
import type { LedgerId, PersonId, ProductId, SupplierId } from '../../src/domain/ids.js';
import { instant } from '../../src/domain/measures/instant.js';
import type { Role } from '../../src/domain/person.js';
import type { ProductFacts, SupplierFacts } from '../../src/domain/product.js';
import { formatStrength } from '../../src/domain/measures/quantity.js';
import { LedgerReader } from '../../src/ledger/ledger-reader.js';
import { SetupCode } from '../../src/platform/identity/setup-code.js';
import { checkLedger } from './check-ledger.js';
import { expectStatus } from './http-clinic.js';
import type { JsonObject, Member } from './http-clinic.js';
import { Device, startHttpService } from './http-service.js';
import type { Answer, HttpService } from './http-service.js';
import { quantityOf } from './scenario-http-acts.js';
import { readClinic } from './scenario-cast.js';
import type { Cast, CastPerson } from './scenario-cast.js';
import type { Opened } from './scenario-driver.js';

/** Before the first day of any scenario. */
const FOUNDED = instant('2026-01-05T15:00:00Z');
const PIN = '264815';
/** So that nobody's screen locks between two steps; a session still ends after twelve hours. */
const IDLE_MINUTES = 720;

/**
 * The organisation that all scenarios of a file are played in: one service, one database, the same people, products and
 * suppliers. Each scenario opens a site of its own, so that none sees what another has left.
 */
export class HttpScenarios {
  private readonly suppliers = new Map<string, SupplierId>();

  private constructor(
    readonly service: HttpService,
    private readonly administrator: Member,
    private readonly staff: ReadonlyMap<string, Member>,
    private readonly products: ReadonlyMap<string, ProductId>,
  ) {}

  /** Sets the service up through its front door, and everybody chooses secrets of their own. */
  static async start(): Promise<HttpScenarios> {
    const service = await startHttpService({ idleMinutes: IDLE_MINUTES });
    service.clock.set(FOUNDED);
    const cast = readClinic();
    const administrator = await found(service, cast);
    const staff = new Map<string, Member>();
    for (const person of cast.people) {
      const isFounder = signInNameOf(person) === administrator.signInName;
      staff.set(
        person.name,
        isFounder ? administrator : await hire(service, administrator, person),
      );
    }
    const products = new Map<string, ProductId>();
    for (const { name, facts } of cast.products)
      products.set(name, await approve(service, administrator, facts));
    // From here on the founder is nobody's registrant.
    await grant(service, administrator, {
      to: administrator.person,
      site: 'organisation',
      roles: ['administrator'],
    });
    return new HttpScenarios(service, administrator, staff, products);
  }

  /** Compares everything that the scenarios recorded with its leaves, and ends the service. */
  async close(): Promise<void> {
    try {
      await checkLedger(this.service.database);
    } finally {
      await this.service.close();
    }
  }

  /** Everybody, each at a device that nobody has signed in at. */
  people(): ReadonlyMap<PersonId, Member> {
    return new Map(
      [...this.staff.values()].map((member) => [
        asId(member.person),
        { ...member, device: new Device(this.service.url) },
      ]),
    );
  }

  /** Opens a site for a scenario, as its cast has it, on the clock as it stands. */
  async openSite(cast: Cast): Promise<Opened> {
    const { service, administrator, products } = this;
    await signIn(administrator);
    const added = await post(administrator, 'sites', {
      ...now(service),
      facts: { ...cast.site, schedules: [...cast.site.schedules], locations: placesOf(cast) },
    });
    const ledger: LedgerId = asId(added.textAt('site'));
    const people = new Map<string, PersonId>();
    for (const { name } of cast.people)
      people.set(name, asId((this.staff.get(name) ?? administrator).person));
    await Promise.all(
      cast.people
        .filter(({ name }) => people.get(name) !== administrator.person)
        .map(({ name, roles }) =>
          grant(service, administrator, { to: people.get(name) ?? '', site: ledger, roles }),
        ),
    );
    const suppliers = new Map<string, SupplierId>();
    for (const { name, facts } of cast.suppliers) suppliers.set(name, await this.#supplier(facts));
    const register = await service.app.get(LedgerReader).cell(ledger, 'register', 'register');
    if (register === undefined) throw new Error('the site that was added has no ledger');
    const { origin, verifierKey } = register;
    return { ledger, origin, verifierKey, people, products, suppliers };
  }

  /** A supplier of these very facts, added when a scenario first asks for it. */
  async #supplier(facts: SupplierFacts): Promise<SupplierId> {
    const key = JSON.stringify(facts);
    const known = this.suppliers.get(key);
    if (known !== undefined) return known;
    const body = { ...now(this.service), ...facts };
    const added = await post(this.administrator, 'suppliers', body);
    const id: SupplierId = asId(`supplier-${added.textAt('line')}`);
    this.suppliers.set(key, id);
    return id;
  }
}

/** Signs in, whoever was signed in at the device before. */
export async function signIn({ device, signInName, password }: Member): Promise<void> {
  expectStatus(await device.post('/api/session', { signInName, password }), 200);
}

const now = ({ clock }: HttpService) => ({
  posture: 'intended',
  occurredAt: clock.now() as string,
});

const post = async ({ device }: Member, path: string, body: JsonObject): Promise<Answer> =>
  expectStatus(await device.post(`/api/${path}`, body), 201);

const signInNameOf = ({ name }: CastPerson): string => name.toLowerCase().replace(' ', '.');
const passwordOf = ({ initials }: CastPerson): string => `${initials} keeps these own words`;

const placesOf = ({ site }: Cast) => site.locations.map(({ id, name }) => ({ id, name }));

/** The administrator of the cast sets everything up, with a site that no scenario uses. */
async function found(service: HttpService, cast: Cast): Promise<Member> {
  const founder = cast.people.find(({ roles }) => roles.includes('administrator'));
  if (founder === undefined) throw new Error('the clinic has no administrator');
  const { name, initials, licenseClass } = founder;
  const [signInName, password] = [signInNameOf(founder), passwordOf(founder)];
  const device = new Device(service.url);
  const done = await device.post('/api/setup', {
    code: await service.app.get(SetupCode).make(),
    organisation: cast.site.registrant,
    person: { name, initials, licenseClass, signInName, password, pin: PIN },
    site: { ...cast.site, schedules: [...cast.site.schedules], locations: placesOf(cast) },
  });
  const person = expectStatus(done, 201).textAt('person');
  const member = { person, signInName, password, pin: PIN, device };
  await signIn(member);
  return member;
}

async function hire(service: HttpService, by: Member, person: CastPerson): Promise<Member> {
  const { name, initials, licenseClass } = person;
  const [signInName, password] = [signInNameOf(person), passwordOf(person)];
  const current = `first words of ${randomUUID()}`;
  const added = await post(by, 'people', {
    ...now(service),
    name,
    initials,
    licenseClass,
    signInName,
    password: current,
  });
  const device = new Device(service.url);
  expectStatus(await device.post('/api/session', { signInName, password: current }), 200);
  const chosen = await device.put('/api/session/secrets', { current, password, pin: PIN });
  expectStatus(chosen, 200);
  return { person: added.textAt('person'), signInName, password, pin: PIN, device };
}

async function grant(
  service: HttpService,
  by: Member,
  given: { readonly to: string; readonly site: string; readonly roles: readonly Role[] },
): Promise<void> {
  const { to, site, roles } = given;
  await post(by, `people/${to}/grants`, { ...now(service), site, roles });
}

async function approve(service: HttpService, by: Member, facts: ProductFacts): Promise<ProductId> {
  const { strength, size, unit, cartonNdc, ...rest } = facts;
  const approved = await post(by, 'products', {
    ...now(service),
    ...rest,
    strength: formatStrength(strength, unit),
    size: quantityOf(size),
    ...(cartonNdc === null ? {} : { cartonNdc }),
  });
  return asId(`product-${approved.textAt('line')}`);
}
