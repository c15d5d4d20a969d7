/** A clinic that HTTP tests work in: set up through the front door, with people who have chosen their own secrets. */
import { randomUUID } from 'node:crypto';
import type { Role } from '../../src/domain/person.js';
import type { Clock } from '../../src/platform/clock.js';
import { SetupCode } from '../../src/platform/identity/setup-code.js';
import { Device } from './http-service.js';
import type { Answer, HttpService, Json } from './http-service.js';

export type JsonObject = Readonly<Record<string, Json>>;

/** The set-up, but for its code. Every name and number is invented. */
export const SETUP = {
  organisation: 'Harrow Bay Infusion',
  person: {
    name: 'Rita Vance',
    initials: 'RV',
    licenseClass: 'MD',
    signInName: 'rita.vance',
    password: 'quick brown register 7',
    pin: '402917',
  },
  site: {
    name: 'Harrow Bay',
    registrant: 'Vance, Rita MD',
    address: '12 Alder Way\nHarrow Bay, FL 33999',
    deaNumber: 'BV1234563',
    registrationExpires: '2028-12-31',
    businessActivity: 'Practitioner',
    schedules: ['III', 'IIIN'],
    zone: 'America/New_York',
    locations: [{ id: 'safe', name: 'Safe' }],
  },
} as const satisfies Json;

/** Somebody who works at the clinic, at a device of their own. */
export interface Member {
  readonly person: string;
  readonly signInName: string;
  readonly password: string;
  readonly pin: string;
  readonly device: Device;
}

/** Where a clinic works: a service in the test's own process, or one in a process of its own. */
export interface ClinicService {
  readonly url: string;
  readonly clock: Pick<Clock, 'now'>;
}

export interface Clinic {
  readonly service: ClinicService;
  readonly site: string;
  readonly organisation: string;
  /** Administrator and registrant. */
  readonly rita: Member;
}

/** Fails with the answer when it is not what the test goes on from. */
export function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status !== status) {
    throw new Error(`expected ${status}, found ${answer.status}: ${answer.text}`);
  }
  return answer;
}

export async function setUpClinic(service: HttpService): Promise<Clinic> {
  return setUpWith(await service.app.get(SetupCode).make(), service);
}

/** Sets up a clinic with the code that the service told its operator. */
export async function setUpWith(code: string, service: ClinicService): Promise<Clinic> {
  const device = new Device(service.url);
  const done = expectStatus(await device.post('/api/setup', { ...SETUP, code }), 201);
  const { signInName, password, pin } = SETUP.person;
  expectStatus(await device.post('/api/session', { signInName, password }), 200);
  return {
    service,
    site: done.textAt('site'),
    organisation: done.textAt('organisation'),
    rita: { person: done.textAt('person'), signInName, password, pin, device },
  };
}

/** What an act that happens now says about itself. */
export const now = (
  { service }: Pick<Clinic, 'service'>,
  posture: 'intended' | 'done' = 'intended',
) => ({ posture, occurredAt: service.clock.now() as string });

export const sitePath = ({ site }: Clinic, path: string): string => `/api/sites/${site}/${path}`;

/** Proves again who somebody is, as policy asks after ten minutes; signs them in anew after twelve hours. */
export async function prove({ device, signInName, password }: Member): Promise<void> {
  const proof = await device.post('/api/session/proof', { password });
  if (proof.status === 200) return;
  expectStatus(await device.post('/api/session', { signInName, password }), 200);
}

/** Adds a person, grants the roles at the site, and has them choose their own secrets and sign in. */
export async function hire(
  clinic: Clinic,
  signInName: string,
  roles: readonly Role[],
  where: 'site' | 'organisation' = 'site',
): Promise<Member> {
  const { rita, service } = clinic;
  const first = { password: `first words of ${randomUUID()}`, pin: '918273' };
  await prove(rita);
  const added = await rita.device.post('/api/people', {
    ...now(clinic),
    name: `Person ${signInName}`,
    initials: signInName.slice(0, 2).toUpperCase(),
    licenseClass: 'RN',
    signInName,
    ...first,
  });
  const person = expectStatus(added, 201).textAt('person');
  const granted = await rita.device.post(`/api/people/${person}/grants`, {
    ...now(clinic),
    site: where === 'site' ? clinic.site : 'organisation',
    roles: [...roles],
  });
  expectStatus(granted, 201);
  const device = new Device(service.url);
  const session = await device.post('/api/session', { signInName, password: first.password });
  expectStatus(session, 200);
  const own = { password: `own words of ${randomUUID()}`, pin: '264815' };
  const { password, pin } = own;
  const changed = await device.put('/api/session/secrets', {
    current: first.password,
    password,
    pin,
  });
  expectStatus(changed, 200);
  return { person, signInName, ...own, device };
}

/** An act's body with a signature by a second person: asked for, shown and made on the first person's device. */
export async function signedBy(
  clinic: Clinic,
  performer: Member,
  act: { readonly kind: string; readonly body: JsonObject; readonly key: string },
  second: { readonly who: Member; readonly meaning: string; readonly seen: readonly string[] },
): Promise<JsonObject> {
  const asked = await performer.device.post(sitePath(clinic, 'signatures'), {
    entry: act.key,
    kind: act.kind,
    request: act.body,
    signer: second.who.signInName,
    meaning: second.meaning,
    seen: second.seen,
  });
  const id = expectStatus(asked, 201).textAt('id');
  const signed = await performer.device.post(sitePath(clinic, `signatures/${id}`), {
    pin: second.who.pin,
  });
  expectStatus(signed, 200);
  return { ...act.body, signatures: [id] };
}

/** The audit item of `stockVials`. */
export const ITEM = 'ketamine 50 mg/mL injection, 10 mL';

/** Ketamine 50 mg/mL in vials of 10 mL, approved and on the shelf: gives the ids of the vials. */
export async function stockVials(
  clinic: Clinic,
  people: { readonly custodian: Member; readonly witness: Member },
  vials: number,
): Promise<readonly string[]> {
  const { custodian, witness } = people;
  await prove(clinic.rita);
  const product = await clinic.rita.device.post('/api/products', {
    ...now(clinic),
    ndc: '0409-2051-15',
    containersPerCarton: 10,
    name: 'Ketamine hydrochloride injection',
    labeler: 'Hospira',
    substance: 'ketamine',
    schedule: 'III',
    form: 'injection',
    strength: '50 mg/mL',
    size: { value: '10.000', unit: 'mL' },
    containerType: 'vial',
    doseType: 'multiple-dose',
  });
  const key = randomUUID();
  const body = {
    ...now(clinic),
    type: 'initial',
    asOf: 'opening',
    startedAt: clinic.service.clock.now(),
    endedAt: clinic.service.clock.now(),
    sealed: [
      {
        product: `product-${expectStatus(product, 201).textAt('line')}`,
        location: 'safe',
        lot: 'A1',
        expires: '2028-06-30',
        containers: vials,
      },
    ],
    open: [],
  } as const;
  await prove(custodian);
  const act = { kind: 'inventory', body, key };
  const counted = { who: witness, meaning: 'counted', seen: ['count'] };
  const signed = await signedBy(clinic, custodian, act, counted);
  const taken = await custodian.device.post(sitePath(clinic, 'inventories'), signed, key);
  expectStatus(taken, 201);
  return Array.from({ length: vials }, (_, index) => taken.textAt(`containers.${index}.container`));
}

/** A delivery of the one product, from the one supplier, that a clinic has approved: gives the ids of the vials. */
export async function receiveVials(
  clinic: Clinic,
  people: { readonly custodian: Member; readonly verifier: Member },
  vials: number,
): Promise<readonly string[]> {
  const { device } = people.custodian;
  const key = randomUUID();
  const body = {
    ...now(clinic),
    supplier: (await device.get('/api/suppliers')).textAt('0.id'),
    document: 'none',
    lines: [
      {
        product: (await device.get('/api/products')).textAt('0.id'),
        location: 'safe',
        lot: 'A1',
        expires: '2028-06-30',
        ordered: vials,
        invoiced: vials,
        counted: vials,
      },
    ],
  } as const;
  const act = { kind: 'receipt', body, key };
  const verified = { who: people.verifier, meaning: 'verified', seen: ['container'] };
  const signed = await signedBy(clinic, people.custodian, act, verified);
  const taken = expectStatus(await device.post(sitePath(clinic, 'receipts'), signed, key), 201);
  return Array.from({ length: vials }, (_, index) => taken.textAt(`containers.${index}.container`));
}

/** An order of 35 mg for a new patient: gives its id. */
export async function orderInfusion(clinic: Clinic, orderedBy: Member): Promise<string> {
  await prove(orderedBy);
  const patient = await orderedBy.device.post(sitePath(clinic, 'patients'), {
    name: 'Hana Quill',
    address: '9 Cedar Street, Harrow Bay, FL 33999',
    birthDate: '1971-04-09',
  });
  const order = await orderedBy.device.post(sitePath(clinic, 'infusion-orders'), {
    ...now(clinic),
    patient: expectStatus(patient, 201).textAt('id'),
    orderedBy: orderedBy.person,
    given: 'written',
    route: 'iv-infusion',
    dose: { value: '35.000', unit: 'mg' },
    dosePerKilogram: 500,
    weightGrams: 70_000,
    minutes: 40,
  });
  return expectStatus(order, 201).textAt('line');
}
