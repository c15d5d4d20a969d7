import { ADDRESS_FIELD } from '../../src/domain/kinds/infusion-order.js';
import type { SiteLedgerRequest } from '../../src/domain/request.js';
import { expectStatus } from './http-clinic.js';
import type { Member } from './http-clinic.js';
import { personal } from './scenario-http-acts.js';

interface Kept {
  readonly name: string;
  readonly version: number;
  readonly address: string | null;
  readonly addressUnknown: string | null;
}

/** Whose record a request is to be taken from, and what is to stand in it beside the address. */
export interface NamedPatient {
  readonly patient: string;
  readonly addressUnknown: string | null;
}

export function patientOf(request: SiteLedgerRequest): NamedPatient | undefined {
  if (request.kind === 'infusion-order' && request.act === 'ordered') return request;
  if (request.kind !== 'correction' || request.change.type !== 'order-patient') return undefined;
  return request.change;
}

/** The site's patient records. An order takes name and address from them, so they are stated before it. */
export class HttpPatients {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly site: string,
    /** Who keeps them: a person with the right to order, at a device of their own. */
    private readonly reception: Member,
  ) {}

  async add(name: string): Promise<string> {
    const added = await this.reception.device.post(`${this.site}/patients`, { name });
    const id = expectStatus(added, 201).textAt('id');
    this.kept.set(id, { name, version: 1, address: null, addressUnknown: null });
    return id;
  }

  /** Makes the record say what the order is to say, where it does not yet. */
  async state(
    request: SiteLedgerRequest,
    { patient, addressUnknown }: NamedPatient,
  ): Promise<void> {
    const address = personal(request, ADDRESS_FIELD);
    const before = this.kept.get(patient);
    if (before === undefined) throw new Error('an order names a patient whom nobody added');
    if (before.address === address && before.addressUnknown === addressUnknown) return;
    const { name, version } = before;
    const changed = await this.reception.device.put(`${this.site}/patients/${patient}`, {
      name,
      version,
      address,
      addressUnknown,
    });
    expectStatus(changed, 200);
    this.kept.set(patient, { name, version: version + 1, address, addressUnknown });
  }
}
