/** Master data as requests bring them and as states keep them. */
import type { LedgerId, LocationId, PersonId } from '../../domain/ids.js';
import type { Zone } from '../../domain/measures/instant.js';
import { OPENED_WITH } from '../../domain/product.js';
import type {
  KeyHolder,
  PremisesFacts,
  ProductFacts,
  SiteFacts,
  StateLicense,
  StorageLocation,
  SupplierFacts,
} from '../../domain/product.js';
import { as, id, integer, list, nullable, oneOf, record, text } from './codec.js';
import type { Codec, Fields } from './codec.js';
import { date, quantity, strength } from './values.js';

export const schedule = oneOf('II', 'III', 'IV', 'V');
export const baseUnit = oneOf('mL', 'each');
export const containerType = oneOf('vial', 'ampule', 'syringe', 'bottle', 'device');
export const doseType = oneOf('multiple-dose', 'single-dose');
export const ledgerOrOrganisation: Codec<LedgerId | 'organisation'> = id(
  'ledger id or `organisation`',
);

export const PRODUCT_FACTS: Fields<ProductFacts> = {
  ndc: as('ndc', text),
  cartonNdc: as('carton_ndc', nullable(text)),
  containersPerCarton: as('containers_per_carton', integer('containers')),
  name: as('name', text),
  labeler: as('labeler', text),
  substance: as('substance', text),
  schedule: as('schedule', schedule),
  form: as('form', text),
  unit: as('unit', baseUnit),
  strength: as('strength', strength),
  size: as('size', quantity),
  containerType: as('container_type', containerType),
  doseType: as('dose_type', doseType),
};

export const SUPPLIER_FACTS: Fields<SupplierFacts> = {
  name: as('name', text),
  address: as('address', text),
  deaNumber: as('dea_number', text),
  registrationExpires: as('registration_expires', date),
};

const storageLocation: Codec<StorageLocation> = record<StorageLocation>({
  id: as('id', id<LocationId>('storage location id')),
  name: as('name', text),
});

const license: Codec<StateLicense> = record<StateLicense>({
  state: as('state', text),
  name: as('name', text),
  number: as('number', text),
  expires: as('expires', date),
});
const keyHolder: Codec<KeyHolder> = record<KeyHolder>({
  location: as('location', id<LocationId>('storage location id')),
  person: as('person', id<PersonId>('person id')),
  opensWith: as('opens_with', oneOf(...OPENED_WITH)),
});

export const PREMISES_FACTS: Fields<PremisesFacts> = {
  licenses: as('licenses', list(license)),
  keyHolders: as('key_holders', list(keyHolder)),
  earlierRecords: as('earlier_records', nullable(text)),
};

export const SITE_FACTS: Fields<SiteFacts> = {
  name: as('name', text),
  registrant: as('registrant', text),
  address: as('address', text),
  deaNumber: as('dea_number', text),
  registrationExpires: as('registration_expires', date),
  businessActivity: as('business_activity', text),
  schedules: as('schedules', list(text)),
  zone: as('zone', id<Zone>('IANA time zone')),
  locations: as('locations', list(storageLocation)),
};
