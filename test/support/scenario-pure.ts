import { asId } from '../../src/domain/ids.js';
import type { LedgerId, PersonId } from '../../src/domain/ids.js';
import type { Instant } from '../../src/domain/measures/instant.js';
import type { Organisation } from '../../src/domain/organisation.js';
import type {
  GrantRequest,
  OrganisationRequest,
  PersonRequest,
  ProductRequest,
  RequestHead,
  SupplierRequest,
} from '../../src/domain/request.js';
import { checkReplay } from '../domain/book-invariants.js';
import { PureRegister } from './pure-register.js';
import type { By, Checks, Submitted } from './pure-register.js';
import type { Cast, CastPerson } from './scenario-cast.js';
import type { Opened, Outcome, ScenarioDriver } from './scenario-driver.js';

/** A clinic in memory: the organisation's register, the site's, and what the cast is called in them. */
export interface PureClinic extends Opened {
  readonly organisation: PureRegister;
  readonly site: PureRegister;
}

const ORGANISATION: LedgerId = asId('organisation');
const SITE: LedgerId = asId('site00000001');
const ORIGIN = 'test.invalid/csl/site/1';
const VERIFIER_KEY = 'key of the site';

/** Sets a clinic up by the same entries as a real one, and opens the ledger of its site. */
export function openClinic(cast: Cast, at: Instant, checks?: Checks): PureClinic {
  const book: { organisation?: PureRegister } = {};
  const masterData = (): Organisation => organisationOf(book.organisation);
  const organisation = new PureRegister(ORGANISATION, masterData, at);
  book.organisation = organisation;
  const names = setUp(cast, organisation, at);
  const site = new PureRegister(SITE, masterData, at, checks);
  accepted(
    site.submit(
      {
        ...head(at),
        kind: 'opened',
        ledger: SITE,
        origin: ORIGIN,
        clock: 'simulated',
        verifierKey: VERIFIER_KEY,
        site: cast.site,
        organisation: null,
      },
      { performer: names.people.get('Adam Reyes') ?? 'system' },
    ),
  );
  const opened = { ledger: SITE, origin: ORIGIN, verifierKey: VERIFIER_KEY, ...names };
  return { ...opened, organisation, site };
}

/** The master data that site entries are decided against, out of the organisation's book. */
function organisationOf(register: PureRegister | undefined): Organisation {
  const all = [...(register?.book.all() ?? [])];
  const of = <Noun extends (typeof all)[number]['noun']>(noun: Noun) =>
    all.filter((cell): cell is Extract<(typeof all)[number], { noun: Noun }> => cell.noun === noun);
  return {
    size: register?.entries.length ?? 0,
    sites: new Map(of('site').map((cell) => [cell.id, cell])),
    persons: new Map(of('person').map((cell) => [cell.id, cell])),
    grants: new Map(of('grant').map((cell) => [cell.id, cell])),
    products: new Map(of('product').map((cell) => [cell.id, cell])),
    suppliers: new Map(of('supplier').map((cell) => [cell.id, cell])),
  };
}

export const head = (at: Instant): RequestHead => ({
  posture: 'intended',
  occurredAt: at,
  reason: null,
  confirmed: [],
  personal: [],
});

/** The entry, where a refusal would be a mistake of the test itself. */
export function accepted(submitted: Submitted): Extract<Submitted, { readonly accepted: true }> {
  if (submitted.accepted) return submitted;
  throw new Error(`refused: ${submitted.code} ${JSON.stringify(submitted.facts)}`);
}

type Names = Pick<Opened, 'people' | 'products' | 'suppliers'>;

/** People first and by the system, which may act until the first grant; the rest by the administrator. */
function setUp(cast: Cast, organisation: PureRegister, at: Instant): Names {
  const record = (request: OrganisationRequest, performer: By['performer']): number =>
    accepted(organisation.submit(request, { performer })).entry.seq;
  record(
    {
      ...head(at),
      kind: 'opened',
      ledger: ORGANISATION,
      origin: 'test.invalid/csl/org/1',
      clock: 'simulated',
      verifierKey: 'verifier key',
      site: null,
      organisation: cast.site.registrant,
    },
    'system',
  );
  const people = new Map<string, PersonId>();
  for (const person of cast.people)
    people.set(person.name, asId(`person-${record(personRequest(person, at), 'system')}`));
  const isAdministrator = ({ roles }: CastPerson): boolean => roles.includes('administrator');
  const grant = ({ name, roles }: CastPerson, site: GrantRequest['site']): GrantRequest => {
    const person = people.get(name) ?? asId('');
    return { ...head(at), kind: 'grant', person, site, roles, until: null };
  };
  const administrator = cast.people.find(isAdministrator);
  if (administrator === undefined) throw new Error('the clinic has no administrator');
  record(grant(administrator, 'organisation'), 'system');
  const by = people.get(administrator.name) ?? 'system';
  record({ ...head(at), kind: 'site', site: SITE, facts: cast.site, premises: null }, by);
  for (const person of cast.people) if (!isAdministrator(person)) record(grant(person, SITE), by);
  return { people, ...catalogue(cast, (request) => record({ ...head(at), ...request }, by)) };
}

function personRequest({ name, initials, licenseClass }: CastPerson, at: Instant): PersonRequest {
  const personal = [
    { field: 'name', value: name, retention: 'staff' },
    { field: 'initials', value: initials, retention: 'staff' },
  ] as const;
  return { ...head(at), personal, kind: 'person', act: 'added', person: null, licenseClass };
}

function catalogue(
  { products, suppliers }: Cast,
  record: (
    request: Omit<ProductRequest, keyof RequestHead> | Omit<SupplierRequest, keyof RequestHead>,
  ) => number,
): Pick<Names, 'products' | 'suppliers'> {
  const product = {
    kind: 'product',
    act: 'approved',
    product: null,
    productType: 'human',
  } as const;
  const supplier = { kind: 'supplier', act: 'added', supplier: null } as const;
  return {
    products: new Map(
      products.map(({ name, facts }) => [name, asId(`product-${record({ ...product, facts })}`)]),
    ),
    suppliers: new Map(
      suppliers.map(({ name, facts }) => [
        name,
        asId(`supplier-${record({ ...supplier, facts })}`),
      ]),
    ),
  };
}

/** Plays scenarios on the pure rules. */
export class PureDriver implements ScenarioDriver {
  readonly hasForms = false;
  private clinic: PureClinic | undefined;

  open(cast: Cast, at: Instant): Promise<Opened> {
    this.clinic = openClinic(cast, at);
    return Promise.resolve(this.clinic);
  }
  patient(name: string): Promise<never> {
    return Promise.resolve(asId(`patient of the name ${name}`));
  }
  file(name: string): Promise<never> {
    return Promise.resolve(asId(`hash of ${name}`));
  }

  /** The rules learn when a count began from the count itself. */
  countBegins(): Promise<void> {
    return Promise.resolve();
  }

  submit(...[act]: Parameters<ScenarioDriver['submit']>): Promise<Outcome> {
    const { site, organisation } = this.opened;
    site.now = act.at;
    organisation.now = act.at;
    const submitted = site.submit(act.request, {
      performer: act.performer,
      transcriber: act.transcriber,
      signatures: act.cosigners,
    });
    if (!submitted.accepted) return Promise.resolve(submitted);
    const line = submitted.entry.seq;
    return Promise.resolve({ accepted: true, line, leaf: site.leafHashOf(line) });
  }

  entry(line: number): ReturnType<ScenarioDriver['entry']> {
    const found = this.opened.site.entries[line];
    return found === undefined
      ? Promise.reject(new Error(`no line ${line}`))
      : Promise.resolve(found);
  }
  cell: ScenarioDriver['cell'] = (noun, id) =>
    Promise.resolve(this.opened.site.book.find(noun, id));

  check(): Promise<void> {
    const { site, organisation } = this.opened;
    for (const { book, entries } of [site, organisation]) checkReplay(book, entries);
    return Promise.resolve();
  }
  close(): Promise<void> {
    this.clinic = undefined;
    return Promise.resolve();
  }

  private get opened(): PureClinic {
    if (this.clinic === undefined) throw new Error('the clinic is not open');
    return this.clinic;
  }
}
