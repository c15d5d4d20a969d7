import { grantId, MEANINGS, RIGHT_TO_SIGN, ROLES } from './person.js';
import type { Grant, Person, Right, SecondMeaning } from './person.js';
import { isAfter } from './measures/instant.js';
import type { Instant } from './measures/instant.js';
import type { AuditItem, LedgerId, PersonId, ProductId, SupplierId } from './ids.js';
import type { BaseUnit } from './measures/quantity.js';
import { auditItemOf } from './product.js';
import type { Product, Site, Supplier } from './product.js';

/** The organisation's book at one size: the master data that site entries are decided against. */
export interface Organisation {
  readonly size: number;
  readonly sites: ReadonlyMap<LedgerId, Site>;
  readonly persons: ReadonlyMap<PersonId, Person>;
  readonly grants: ReadonlyMap<string, Grant>;
  readonly products: ReadonlyMap<ProductId, Product>;
  readonly suppliers: ReadonlyMap<SupplierId, Supplier>;
}

/** Rights of a person at a site at an instant: none once disabled or expired. Organisation-wide grants count everywhere. */
export function rightsOf(
  organisation: Organisation,
  who: {
    readonly person: PersonId;
    readonly site: LedgerId | 'organisation';
    readonly at: Instant;
  },
): ReadonlySet<Right> {
  if (organisation.persons.get(who.person)?.status !== 'active') return new Set();
  const grants = [
    organisation.grants.get(grantId(who.person, who.site)),
    organisation.grants.get(grantId(who.person, 'organisation')),
  ];
  const valid = grants.flatMap((grant) =>
    grant !== undefined && (grant.until === null || isAfter(grant.until, who.at))
      ? [rightsOfGrant(grant)]
      : [],
  );
  const [first, ...others] = valid;
  if (first === undefined) return new Set();
  return others.length === 0 ? first : new Set(valid.flatMap((each) => [...each]));
}

/** The unit in which an audit item is counted, by any product of it. */
export function unitOfItem({ products }: Organisation, item: AuditItem): BaseUnit {
  const product = [...products.values()].find((each) => auditItemOf(each) === item);
  if (product === undefined) throw new Error(`expected a product of ${item}, found none`);
  return product.unit;
}

/** As what a person may sign beside somebody else who acts. */
export function meaningsOf(
  organisation: Organisation,
  who: Parameters<typeof rightsOf>[1],
): readonly SecondMeaning[] {
  const rights = rightsOf(organisation, who);
  return MEANINGS.filter(
    (meaning): meaning is SecondMeaning =>
      meaning !== 'performed' && rights.has(RIGHT_TO_SIGN[meaning]),
  );
}

// Every request asks at least twice, and a grant never changes: a new one takes its place.
const RIGHTS_OF_GRANTS = new WeakMap<Grant, ReadonlySet<Right>>();

function rightsOfGrant(grant: Grant): ReadonlySet<Right> {
  const known = RIGHTS_OF_GRANTS.get(grant);
  if (known !== undefined) return known;
  const rights = new Set(grant.roles.flatMap((role): readonly Right[] => ROLES[role]));
  RIGHTS_OF_GRANTS.set(grant, rights);
  return rights;
}
