import { LICENSE_CLASSES } from '../../../domain/person.js';
import type { Grant, Person } from '../../../domain/person.js';
import type { Product, Supplier } from '../../../domain/product.js';
import { as, id, list, nullable, oneOf, record } from '../codec.js';
import type { Codec } from '../codec.js';
import { ledgerOrOrganisation, PRODUCT_FACTS, SUPPLIER_FACTS } from '../facts.js';
import { role } from '../grant.v1.js';
import { personId, productId, supplierId } from '../ids.js';
import { hash, instant } from '../values.js';

export const personStateV1: Codec<Person> = record<Person>({
  noun: as('noun', oneOf('person')),
  id: as('id', personId),
  status: as('status', oneOf('active', 'disabled')),
  licenseClass: as('license_class', oneOf(...LICENSE_CLASSES)),
  nameCommitment: as('name_commitment', hash),
  initialsCommitment: as('initials_commitment', hash),
  namedIn: as('named_in', id<string>('entry id')),
});

export const grantStateV1: Codec<Grant> = record<Grant>({
  noun: as('noun', oneOf('grant')),
  id: as('id', id<string>('person id and site')),
  person: as('person', personId),
  site: as('site', ledgerOrOrganisation),
  roles: as('roles', list(role)),
  until: as('until', nullable(instant)),
});

export const productStateV1: Codec<Product> = record<Product>({
  noun: as('noun', oneOf('product')),
  id: as('id', productId),
  status: as('status', oneOf('approved', 'withdrawn')),
  ...PRODUCT_FACTS,
});

export const supplierStateV1: Codec<Supplier> = record<Supplier>({
  noun: as('noun', oneOf('supplier')),
  id: as('id', supplierId),
  status: as('status', oneOf('active', 'withdrawn')),
  ...SUPPLIER_FACTS,
});
