import { fromWallTime, parseLocalTime, zone } from '../../domain/measures/instant.js';
import type { Instant, Zone } from '../../domain/measures/instant.js';
import type { SimulatedClock } from '../../platform/clock.js';
import { COLLEAGUES, colleagueOf } from './cast.js';
import type { Colleague } from './cast.js';
import { deskOf, sitePath } from './clinic.js';
import type { Clinic, ClinicSize, Stocked } from './clinic.js';
import { Desk } from './desk.js';
import type { Json } from './desk.js';
import { houseRules } from './policy.js';
import type { Chance } from './random.js';
import type { WayIn } from './way-in.js';

export const CLINIC_ZONE: Zone = zone('America/New_York');
const FIRST_DAY = '2026-01-05';
const OPENS = '08:00:00';
/** What an administrator types in for a new colleague, who replaces it at the first sign-in. */
const FIRST_PASSWORD = 'first-day-at-harrow-bay-4';
const FIRST_PIN = '519283';

/** The instant at which the demonstration begins. */
export function firstMorning(): Instant {
  const local = parseLocalTime(`${FIRST_DAY}T${OPENS}`);
  const reading = local === undefined ? undefined : fromWallTime(local, CLINIC_ZONE);
  if (reading?.kind !== 'one') throw new Error('the first morning is no instant');
  return reading.instant;
}

/** What the clinic stocks: real packages; the pharmacist completes from the label what the catalogue leaves open. */
const PRODUCTS = [
  {
    approval: {
      ndc: '0409-2053-10',
      name: 'Ketamine hydrochloride injection',
      labeler: 'Hospira',
      strength: '50 mg/mL',
      size: 10,
    },
    lotPrefix: 'HK',
    perMicrolitre: 50,
    order: 10,
    reorderAt: 4,
    first: 8,
  },
  {
    approval: {
      ndc: '72572-321-01',
      cartonNdc: '72572-321-10',
      name: 'Ketamine hydrochloride injection',
      labeler: 'Civica',
      strength: '100 mg/mL',
      size: 5,
    },
    lotPrefix: 'CV',
    perMicrolitre: 100,
    order: 10,
    reorderAt: 2,
    first: 5,
  },
  {
    approval: {
      ndc: '42023-113-10',
      name: 'Ketalar',
      labeler: 'Par',
      strength: '10 mg/mL',
      size: 20,
    },
    lotPrefix: 'PK',
    perMicrolitre: 10,
    order: 10,
    reorderAt: 1,
    first: 3,
  },
] as const;

const SUPPLIER = {
  name: 'Harbor Medical Supply',
  address: '400 Quay Street, Port Alder, FL 33901',
  deaNumber: 'RH0166113',
  registrationExpires: '2028-09-30',
} as const;

const REVERSE_DISTRIBUTOR = {
  name: 'Gulf Coast Returns',
  address: '9 Depot Road, Port Alder, FL 33901',
  deaNumber: 'RG0288402',
  registrationExpires: '2028-11-30',
} as const;

const SITE = {
  name: 'Harrow Bay',
  registrant: 'Harrow Bay Infusion Clinic, PLLC',
  address: '12 Shore Road, Suite 3, Harrow Bay, FL 33999',
  deaNumber: 'FH4829151',
  registrationExpires: '2028-05-31',
  businessActivity: 'Practitioner',
  schedules: ['III', 'IIIN', 'IV', 'V'],
  zone: CLINIC_ZONE,
  locations: [
    { id: 'safe', name: 'Safe in the preparation room' },
    { id: 'cabinet', name: 'Locked cabinet in the treatment room' },
  ],
} as const;

export interface OpeningParts {
  readonly url: string;
  readonly clock: SimulatedClock;
  readonly chance: Chance;
  readonly code: string;
  readonly size: ClinicSize;
  readonly stop: AbortSignal;
  readonly way: (clinic: Pick<Clinic, 'site' | 'people' | 'desks'>) => WayIn;
}

/** Sets the clinic up over HTTP: organisation, site, people, policy, products, supplier. */
export async function openClinic(parts: OpeningParts): Promise<Clinic> {
  const { url, clock, chance, code, size, stop } = parts;
  const desks = new Map(COLLEAGUES.map(({ key }) => [key, new Desk(url, chance)] as const));
  const registrant = colleagueOf('registrant');
  const { name, initials, licenseClass, signInName, password, pin } = registrant;
  const first = new Desk(url, chance);
  const done = await first.post('/api/setup', {
    code,
    organisation: SITE.registrant,
    person: { name, initials, licenseClass, signInName, password, pin },
    site: { ...SITE },
  });
  const people = new Map<Colleague['key'], string>([['registrant', String(done.person)]]);
  const site = String(done.site);
  const clinic: Clinic = {
    url,
    clock,
    chance,
    desks,
    people,
    size,
    way: parts.way({ site, people, desks }),
    site,
    zone: CLINIC_ZONE,
    products: [],
    supplier: '',
    reverseDistributor: '',
    sealed: new Map(),
    cabinet: [],
    apart: [],
    open: new Map(),
    onDuty: [],
    stop,
    quarantined: [],
    patients: [],
    today: FIRST_DAY,
    day: 0,
    minute: 8 * 60,
    hours: undefined,
  };
  await deskOf(clinic, 'registrant').signIn(registrant);
  await grant(clinic, registrant, String(done.person));
  for (const colleague of COLLEAGUES)
    if (colleague.key !== 'registrant') await addColleague(clinic, people, colleague);
  const desk = deskOf(clinic, 'registrant');
  await desk.post(sitePath(clinic, 'registration'), registration(clinic));
  await desk.post(sitePath(clinic, 'policies'), policy(clinic));
  const partner = async (facts: typeof SUPPLIER | typeof REVERSE_DISTRIBUTOR): Promise<string> => {
    const added = await desk.post('/api/suppliers', { ...present(clinic), ...facts });
    return `supplier-${String(added['line'])}`;
  };
  const supplier = await partner(SUPPLIER);
  const reverseDistributor = await partner(REVERSE_DISTRIBUTOR);
  const products: Stocked[] = [];
  for (const stocked of PRODUCTS) products.push(await approve(clinic, stocked));
  return { ...clinic, products, supplier, reverseDistributor };
}

const present = (clinic: Clinic) => ({ posture: 'intended', occurredAt: clinic.clock.now() });

/** How many sealed vials the first inventory finds. */
export const firstStock = (product: Stocked): number =>
  PRODUCTS.find(({ lotPrefix }) => lotPrefix === product.lotPrefix)?.first ?? 0;

async function addColleague(
  clinic: Clinic,
  people: Map<Colleague['key'], string>,
  colleague: Colleague,
): Promise<void> {
  const { name, initials, licenseClass, signInName } = colleague;
  const added = await deskOf(clinic, 'registrant').post('/api/people', {
    ...present(clinic),
    name,
    initials,
    licenseClass,
    signInName,
    password: FIRST_PASSWORD,
    pin: FIRST_PIN,
  });
  const person = `person-${String(added.line)}`;
  people.set(colleague.key, person);
  await grant(clinic, colleague, person);
  const desk = deskOf(clinic, colleague.key);
  await desk.signIn({ signInName, password: FIRST_PASSWORD });
  await desk.chooseSecrets(FIRST_PASSWORD, colleague);
  await desk.signIn(colleague);
}

/** Roles at the site; whoever runs the organisation has them there as well. */
async function grant(clinic: Clinic, colleague: Colleague, person: string): Promise<void> {
  const isOfficer = colleague.key === 'administrator' || colleague.key === 'registrant';
  const places = isOfficer ? [clinic.site, 'organisation'] : [clinic.site];
  for (const site of places) {
    const body: Json = { ...present(clinic), site, roles: [...colleague.roles], until: null };
    await deskOf(clinic, 'registrant').post(`/api/people/${person}/grants`, body);
  }
}

async function approve(
  clinic: Clinic,
  { approval, lotPrefix, perMicrolitre, order, reorderAt }: (typeof PRODUCTS)[number],
): Promise<Stocked> {
  const { size, ...facts } = approval;
  const answer = await deskOf(clinic, 'registrant').post('/api/products', {
    ...present(clinic),
    ...facts,
    containersPerCarton: 10,
    substance: 'ketamine',
    schedule: 'III',
    form: 'injection',
    size: { value: `${size}.000`, unit: 'mL' },
    containerType: 'vial',
    doseType: 'multiple-dose',
  });
  return {
    id: `product-${String(answer.line)}`,
    item: `ketamine ${facts.strength} injection, ${size} mL`,
    lotPrefix,
    perMicrolitre,
    order,
    reorderAt,
    size: size * 1000,
  };
}

/** The registration once more, with what an inspector asks of the premises. */
const registration = (clinic: Clinic): Json => {
  const holder = (location: string, key: Colleague['key'], opensWith: string) => ({
    location,
    person: clinic.people.get(key) ?? '',
    opensWith,
  });
  return {
    ...present(clinic),
    facts: { ...SITE, schedules: [...SITE.schedules], locations: [...SITE.locations] },
    premises: {
      licenses: [
        {
          state: 'US-FL',
          name: 'Health care clinic establishment permit',
          number: 'HCC-20417',
          expires: '2027-02-28',
        },
      ],
      keyHolders: [
        holder('safe', 'registrant', 'key'),
        holder('safe', 'custodian', 'code'),
        holder('cabinet', 'custodian', 'key'),
        holder('cabinet', 'june', 'key'),
      ],
      earlierRecords: null,
    },
  };
};

const policy = (clinic: Clinic): Json => ({
  ...present(clinic),
  effectiveFrom: clinic.clock.now(),
  settings: houseRules,
});
