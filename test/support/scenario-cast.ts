import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { businessDate, zone } from '../../src/domain/measures/instant.js';
import { asId } from '../../src/domain/ids.js';
import { LICENSE_CLASSES, ROLES } from '../../src/domain/person.js';
import type { LicenseClass, Role } from '../../src/domain/person.js';
import type { ContainerType, DoseType } from '../../src/domain/product.js';
import type { ProductFacts, SiteFacts, SupplierFacts } from '../../src/domain/product.js';
import { parseQuantity, readStrength } from '../../src/domain/measures/quantity.js';

/** Everybody and everything that is there before the first line of a scenario. */
export interface Cast {
  readonly site: SiteFacts;
  readonly people: readonly CastPerson[];
  readonly products: readonly { readonly name: string; readonly facts: ProductFacts }[];
  readonly suppliers: readonly { readonly name: string; readonly facts: SupplierFacts }[];
}
export interface CastPerson {
  readonly name: string;
  readonly initials: string;
  readonly licenseClass: LicenseClass;
  /** At the site; an administrator is one for the whole organisation. */
  readonly roles: readonly Role[];
}

const CLINIC = fileURLToPath(new URL('../scenarios/clinic.ledger', import.meta.url));

/** The clinic of every scenario. */
export function readClinic(): Cast {
  return parseClinic(readFileSync(CLINIC, 'utf8'));
}

/** Reads a clinic: headings at the margin, rows below them, columns two or more spaces apart. */
export function parseClinic(text: string): Cast {
  const sections = sectionsOf(text);
  const rows = (heading: string): readonly (readonly string[])[] => {
    const found = sections.get(heading);
    if (found === undefined) throw new Error(`the clinic has no section ${heading}`);
    return found;
  };
  return {
    site: siteOf(rows('Site'), {
      registrant: /^Clinic: (.+)$/m.exec(text)?.[1] ?? '',
      zone: rows('Zone')[0]?.[0] ?? '',
      locations: rows('Locations').map(([name = '']) => name),
    }),
    people: rows('People').map(personOf),
    products: rows('Products').map(productOf),
    suppliers: rows('Suppliers').map(([name = '', deaNumber = '', address = '', expires = '']) => ({
      name,
      facts: { name, address, deaNumber, registrationExpires: expiryOf(expires) },
    })),
  };
}

function sectionsOf(text: string): ReadonlyMap<string, (readonly string[])[]> {
  const sections = new Map<string, (readonly string[])[]>();
  let current: (readonly string[])[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#') || line.startsWith('Clinic:')) continue;
    if (line.startsWith('  ')) current.push(line.trim().split(/ {2,}/));
    else sections.set(line.trim(), (current = []));
  }
  return sections;
}

function siteOf(
  [row = []]: readonly (readonly string[])[],
  rest: {
    readonly registrant: string;
    readonly zone: string;
    readonly locations: readonly string[];
  },
): SiteFacts {
  const [name = '', deaNumber = '', address = '', expires = ''] = row;
  return {
    name,
    registrant: rest.registrant,
    address,
    deaNumber,
    registrationExpires: expiryOf(expires),
    businessActivity: 'practitioner',
    schedules: ['II', 'III', 'IIIN', 'IIN', 'IV', 'V'],
    zone: zone(rest.zone),
    locations: rest.locations.map((location) => ({ id: asId(location), name: location })),
  };
}

const expiryOf = (text: string): SiteFacts['registrationExpires'] =>
  businessDate(text.replace(/^expires /, ''));

function personOf([name = '', initials = '', license = '', roles = '']: readonly string[]) {
  return {
    name,
    initials,
    licenseClass: oneOf(LICENSE_CLASSES, license),
    // The keys of the table of roles are its roles.
    roles: roles.split(', ').map((role) => oneOf(Object.keys(ROLES) as Role[], role)),
  };
}

function productOf(row: readonly string[]): { name: string; facts: ProductFacts } {
  const [name = '', ndc = '', labeler = '', strengthText = '', sizeText = '', kind = ''] = row;
  const read = readStrength(strengthText);
  const size = parseQuantity(sizeText.replace(/ mL$/, ''));
  const [doseType = '', containerType = ''] = kind.split(' ');
  if (read === undefined || size === undefined) throw new Error(`the clinic's ${name} is unclear`);
  return {
    name,
    facts: {
      ndc,
      cartonNdc: null,
      containersPerCarton: 1,
      name: 'Ketamine hydrochloride injection',
      labeler,
      substance: 'ketamine',
      schedule: 'III',
      form: 'injection',
      unit: read.unit,
      strength: read.strength,
      size,
      containerType: oneOf<ContainerType>(['vial', 'ampule'], containerType),
      doseType: oneOf<DoseType>(['multiple-dose', 'single-dose'], doseType),
    },
  };
}

/** The word, if it is one of the list; a mistake in the text otherwise. */
export function oneOf<const T extends string>(words: readonly T[], text: string): T {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new Error(`expected one of ${words.join(', ')}, found "${text}"`);
  return found;
}
