import { cellKey } from '../book.js';
import { readDeaNumber } from '../codes/dea-number.js';
import { present, refuse, settle } from '../decision.js';
import type { Context, Decision } from '../decision.js';
import { asId } from '../ids.js';
import type { LeafHash, ProductId } from '../ids.js';
import { cells, POLICIES } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { grantId } from '../person.js';
import type { Person } from '../person.js';
import type {
  GrantRequest,
  PersonRequest,
  ProductRequest,
  SiteRequest,
  SupplierRequest,
} from '../request.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import { auditItemOf } from '../product.js';
import type { Premises, Product, ProductFacts } from '../product.js';
import { registerName } from '../substance.js';

/** A registered location comes into being; its own ledger opens with this snapshot (21 CFR 1304.21(b)). */
export const site: KindRules<'site'> = {
  right: 'manage-sites',
  reads: ({ site: id, premises }: SiteRequest) =>
    cells(
      POLICIES,
      cellKey('site', id),
      ...(premises?.keyHolders ?? []).map((holder) => cellKey('person', holder.person)),
    ),
  decide: (request, context) => {
    const before = context.book.find('site', request.site);
    const openedAt = before?.openedAt ?? context.recordedAt;
    return settle(request, context, {
      states: [
        { noun: 'site', id: request.site, openedAt, ...request.facts },
        ...premisesAfter(request, context),
      ],
      objections: deaQuestions(request.facts.deaNumber, request.facts.registrant),
    });
  },
};

/** Whoever holds a key is somebody of the organisation, and the key is to a location of the site. */
function premisesAfter({ site: id, facts, premises }: SiteRequest, { book }: Context): Premises[] {
  if (premises === null) return [];
  for (const { location, person: holder } of premises.keyHolders) {
    if (!facts.locations.some((each) => each.id === location))
      refuse('location.unknown', { location });
    const known = present(book.find('person', holder), 'person.unknown', { person: holder });
    if (known.status === 'disabled') refuse('person.disabled', { person: holder });
  }
  return [{ noun: 'premises', id, ...premises }];
}

/** A member of staff is added, renamed or disabled; never deleted, and an id is never used again (R7). */
export const person: KindRules<'person'> = {
  right: 'manage-people',
  reads: (request: PersonRequest) =>
    request.person === null ? cells(POLICIES) : cells(POLICIES, cellKey('person', request.person)),
  decide: (request, context) =>
    settle(request, context, { states: [personAfter(request, context)] }),
};

function personAfter(request: PersonRequest, context: Context): Person {
  // Only a new person has no id yet, and a new one has none.
  if ((request.act === 'added') !== (request.person === null)) refuse('person.unknown', {});
  const before =
    request.person === null
      ? undefined
      : present(context.book.find('person', request.person), 'person.unknown', {
          person: request.person,
        });
  if (before?.status === 'disabled') refuse('person.disabled', { person: before.id });
  const named = request.act !== 'disabled';
  const commitmentOf = (field: string): LeafHash => asId(context.commitmentOf(field));
  return {
    noun: 'person',
    id: before?.id ?? asId(`person-${context.seq}`),
    status: named ? 'active' : 'disabled',
    licenseClass: named ? request.licenseClass : (before?.licenseClass ?? request.licenseClass),
    nameCommitment: named ? commitmentOf('name') : (before?.nameCommitment ?? asId('')),
    initialsCommitment: named ? commitmentOf('initials') : (before?.initialsCommitment ?? asId('')),
    namedIn: named ? context.entry : (before?.namedIn ?? context.entry),
  };
}

/** The roles of one person at one site from now on. */
export const grant: KindRules<'grant'> = {
  right: 'manage-people',
  reads: (request: GrantRequest) => cells(POLICIES, cellKey('person', request.person)),
  decide: (request, context) => {
    const { person: to, site: at, roles, until } = request;
    const holder = present(context.book.find('person', to), 'person.unknown', { person: to });
    if (holder.status === 'disabled') refuse('person.disabled', { person: to });
    if (at !== 'organisation' && !context.organisation.sites.has(at))
      refuse('ledger.not-opened', { site: at });
    return settle(request, context, {
      states: [{ noun: 'grant', id: grantId(to, at), person: to, site: at, roles, until }],
    });
  },
};

/** A pharmacist approves a product once, from the package in hand. Its facts are never edited: a new strength is a new product (R16). */
export const product: KindRules<'product'> = {
  right: 'manage-products',
  reads: (request: ProductRequest) =>
    request.product === null
      ? cells(POLICIES)
      : cells(POLICIES, cellKey('product', request.product)),
  decide: (request, context) =>
    request.act === 'approved' ? approve(request, context) : withdraw(request, context),
};

function approve(request: ProductRequest, context: Context): Decision {
  const facts: ProductFacts = present(request.facts ?? undefined, 'product.unknown', {});
  // A veterinary or bulk NDC is refused for patients' stock whatever the posture (R17).
  if (request.productType !== 'human')
    refuse('product.not-for-humans', { ndc: facts.ndc, type: request.productType });
  for (const other of context.organisation.products.values()) {
    if (other.ndc === facts.ndc && other.status === 'approved')
      refuse('product.already-approved', { ndc: facts.ndc, product: other.id });
  }
  const id: ProductId = asId(`product-${context.seq}`);
  return settle(request, context, {
    states: [{ noun: 'product', id, status: 'approved', ...facts }],
    objections: namedOtherwise(facts, context),
  });
}

/** The same drug under another name would be another audit item, counted and reconciled apart from the first. */
function namedOtherwise(facts: ProductFacts, { organisation }: Context): readonly Objection[] {
  const item = auditItemOf(facts);
  const same = auditItemOf({ ...facts, substance: registerName(facts.substance) });
  const other = [...organisation.products.values()].find(
    (each) =>
      auditItemOf(each) !== item &&
      auditItemOf({ ...each, substance: registerName(each.substance) }) === same,
  );
  if (other === undefined) return [];
  const names = { substance: facts.substance, approved: other.substance, product: other.id };
  return [objection('product.named-otherwise', null, names)];
}

function withdraw(request: ProductRequest, context: Context): Decision {
  const before: Product = present(
    request.product === null ? undefined : context.book.find('product', request.product),
    'product.unknown',
    { product: request.product ?? '' },
  );
  return settle(request, context, { states: [{ ...before, status: 'withdrawn' }] });
}

/** A registrant we receive from, with the DEA number that every receipt must show (R5). */
export const supplier: KindRules<'supplier'> = {
  right: 'manage-suppliers',
  reads: (request: SupplierRequest) =>
    request.supplier === null
      ? cells(POLICIES)
      : cells(POLICIES, cellKey('supplier', request.supplier)),
  decide: (request, context) => {
    if ((request.act === 'added') !== (request.supplier === null)) refuse('supplier.unknown', {});
    const before =
      request.supplier === null
        ? undefined
        : present(context.book.find('supplier', request.supplier), 'supplier.unknown', {
            supplier: request.supplier,
          });
    const id = before?.id ?? asId(`supplier-${context.seq}`);
    const status = request.act === 'withdrawn' ? ('withdrawn' as const) : ('active' as const);
    return settle(request, context, {
      states: [{ noun: 'supplier', id, status, ...request.facts }],
      objections: deaQuestions(request.facts.deaNumber, request.facts.name),
    });
  },
};

/**
 * A wrong check digit is refused (R3); a first letter that no table lists is only asked about, because lists differ (R4). The
 * second letter is not asked about: names change, and the number stays.
 */
function deaQuestions(deaNumber: string, registrant: string): readonly Objection[] {
  const reading = readDeaNumber(deaNumber, registrant);
  if (reading.kind !== 'valid') refuse('registration.dea-number-invalid', { deaNumber });
  const letters = reading.warnings.filter((warning) => warning !== 'second-letter-differs');
  return letters.length > 0
    ? [objection('registration.dea-letter-unusual', null, { deaNumber })]
    : [];
}
