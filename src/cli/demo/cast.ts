import type { Chance } from './random.js';

/** Who works at the clinic. Every name, number and address in this file is invented. */
export interface Colleague {
  readonly key:
    | 'registrant'
    | 'custodian'
    | 'nina'
    | 'omar'
    | 'june'
    | 'compliance'
    | 'administrator'
    | 'inspector';
  readonly name: string;
  readonly initials: string;
  readonly licenseClass: string;
  readonly signInName: string;
  readonly roles: readonly string[];
  readonly password: string;
  readonly pin: string;
}

const colleague = (
  key: Colleague['key'],
  [name, initials, licenseClass]: readonly [string, string, string],
  roles: readonly string[],
  pin: string,
): Colleague => ({
  key,
  name,
  initials,
  licenseClass,
  roles,
  pin,
  signInName: name.toLowerCase().replace(/^dr /, '').replaceAll(' ', '.'),
  password: `${name.split(' ').at(-1) ?? name}-keeps-the-register-7`,
});

export const COLLEAGUES: readonly Colleague[] = [
  colleague(
    'registrant',
    ['Rita Vance', 'RV', 'MD'],
    ['registrant', 'administrator', 'witness'],
    '402917',
  ),
  colleague('custodian', ['Paul Odell', 'PO', 'RPh'], ['custodian', 'witness'], '618305'),
  colleague('nina', ['Nina Cole', 'NC', 'RN'], ['clinician', 'witness'], '730264'),
  colleague('omar', ['Omar Haddad', 'OH', 'RN'], ['clinician', 'witness'], '591742'),
  colleague('june', ['June Park', 'JP', 'CRNA'], ['clinician', 'witness'], '246813'),
  colleague('compliance', ['Clara Munk', 'CM', 'none'], ['compliance', 'witness'], '835190'),
  colleague('administrator', ['Abel Frost', 'AF', 'none'], ['administrator'], '907356'),
  colleague('inspector', ['Ines Brandt', 'IB', 'none'], ['inspector'], '174628'),
];

export const colleagueOf = (key: Colleague['key']): Colleague => {
  const found = COLLEAGUES.find((colleague) => colleague.key === key);
  if (found === undefined) throw new Error(`nobody is called ${key}`);
  return found;
};

const FIRST_NAMES = [
  'Adam',
  'Bea',
  'Carl',
  'Dora',
  'Emil',
  'Fay',
  'Glen',
  'Hana',
  'Ivor',
  'Jill',
  'Kurt',
  'Lena',
  'Milo',
  'Nora',
  'Otto',
  'Petra',
  'Quinn',
  'Rosa',
  'Sven',
  'Tess',
  'Ugo',
  'Vera',
  'Walt',
  'Xenia',
  'Yann',
  'Zoe',
] as const;
const LAST_NAMES = [
  'Abbott',
  'Bell',
  'Carver',
  'Dunn',
  'Ellery',
  'Fenn',
  'Grove',
  'Hale',
  'Ivers',
  'Joyce',
  'Kemp',
  'Lowe',
  'Marsh',
  'Nash',
  'Orr',
  'Pike',
  'Quill',
  'Reeve',
  'Stone',
  'Thorn',
  'Usher',
  'Vale',
  'Wren',
  'Yates',
] as const;
const STREETS = [
  'Alder Way',
  'Brook Lane',
  'Cedar Street',
  'Dune Road',
  'Elm Court',
  'Fir Avenue',
] as const;

/** Somebody in a series of six infusions. */
export interface DemoPatient {
  readonly id: string;
  readonly weightGrams: number;
  /** Ordered dose in micrograms: 0.5 mg/kg, to the next half milligram. */
  readonly doseMicrograms: number;
  given: number;
  /** Days between two infusions of the series. */
  readonly everyDays: number;
  nextDay: number;
  /** The order of the next session, where it was written ahead. */
  ordered: string | undefined;
}

export interface PatientParticulars {
  readonly name: string;
  readonly address: string;
  readonly birthDate: string;
}

/** Invented particulars of a new patient. */
export function inventPatient(chance: Chance): PatientParticulars {
  const year = chance.between(1950, 2004);
  const month = String(chance.between(1, 12)).padStart(2, '0');
  const day = String(chance.between(1, 28)).padStart(2, '0');
  return {
    name: `${chance.pick(FIRST_NAMES)} ${chance.pick(LAST_NAMES)}`,
    address: `${chance.between(1, 240)} ${chance.pick(STREETS)}, Harrow Bay, FL 33999`,
    birthDate: `${year}-${month}-${day}`,
  };
}
