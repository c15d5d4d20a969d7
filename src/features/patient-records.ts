/**
 * Who the patients are: name, address and birth date, encrypted beside the ledger. The ledger knows a patient by a random
 * id; an order takes a copy of the particulars as they are on its day, and commits to it.
 *
 * Not handled: an index over encrypted names. A search opens the site's records, of which a clinic has some thousands, and
 * keeps them in the memory of the process, which holds the keys anyway: the next search opens what changed meanwhile.
 */
import { randomInt } from 'node:crypto';
import { asId } from '../domain/ids.js';
import type { EntryId, LedgerId, PatientId } from '../domain/ids.js';
import type { AddressUnknownReason } from '../domain/bedside/infusion.js';
import type { Instant } from '../domain/measures/instant.js';
import { ADDRESS_FIELD } from '../domain/kinds/infusion-order.js';
import type { PersonalField } from '../domain/request.js';
import type { Clock } from '../platform/clock.js';
import type { Statements } from '../platform/database/statements.js';
import type { Keyring, Sealed } from '../platform/keys/keyring.js';
import { Problem } from '../platform/http/problem.js';
import {
  ADD_PATIENT,
  CHANGE_PATIENT,
  PATIENT,
  PATIENT_ADDED_BY,
  PATIENT_VERSIONS,
  PATIENTS_NAMED,
} from './patient-records.sql.js';

/** What is known of a patient. Without an address there is a coded reason, or the record is not complete yet. */
export interface Particulars {
  readonly name: string;
  readonly address: string | null;
  readonly addressUnknown: AddressUnknownReason | null;
  readonly birthDate: string | null;
}

export interface PatientRecord extends Particulars {
  readonly id: PatientId;
  /** Rises with every change. */
  readonly version: number;
  readonly addedAt: Instant;
  readonly changedAt: Instant;
}

interface PatientRow {
  readonly id: PatientId;
  readonly version: number;
  readonly key: string;
  readonly sealed: Buffer;
  readonly added_at: Instant;
  readonly changed_at: Instant;
}

/** Which record, and as of which change. */
type PatientVersion = Pick<PatientRow, 'id' | 'version'>;

export const NAME_FIELD = 'patient.name';
export const BIRTH_DATE_FIELD = 'patient.birth_date';

const ID_DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const ID_SIZE = 16;
const MOST_PATIENTS = 50_000;
/** Ciphertexts come in few lengths, so that they do not tell a short name from a long one. */
const PADDED_TO_BYTES = 512;

export class PatientRecords {
  /** The records of each site as they were opened last, by id: a version of a record never changes. */
  readonly #opened = new Map<LedgerId, ReadonlyMap<string, PatientRecord>>();

  constructor(
    private readonly statements: Statements,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
  ) {}

  /** Adds a patient; repeated with the same key and the same particulars, it finds the one that was added. */
  async add(site: LedgerId, key: EntryId, particulars: Particulars): Promise<PatientRecord> {
    const id = newPatientId();
    const sealed = this.#seal(site, id, particulars);
    const values = [site, id, key, sealed.key, sealed.bytes, this.clock.now()];
    const added = await this.statements.change(ADD_PATIENT, values);
    const row = await this.statements.row<PatientRow>(PATIENT_ADDED_BY, [site, key]);
    if (row === undefined) throw new Error('the patient that was just added is not there');
    const record = this.#open(site, row);
    if (added === 0 && row.version === 1 && !isSame(record, particulars)) {
      throw Problem.of('request.key-reused');
    }
    return record;
  }

  async find(site: LedgerId, id: string): Promise<PatientRecord | undefined> {
    const row = await this.statements.row<PatientRow>(PATIENT, [site, id]);
    return row === undefined ? undefined : this.#open(site, row);
  }

  /** Every patient of a site, in no order that means anything. */
  async all(site: LedgerId): Promise<readonly PatientRecord[]> {
    const versions = await this.statements.rows<PatientVersion>(PATIENT_VERSIONS, [
      site,
      MOST_PATIENTS + 1,
    ]);
    if (versions.length > MOST_PATIENTS) {
      throw new Error(`a site with more than ${MOST_PATIENTS} patients needs an index of names`);
    }
    const known = this.#opened.get(site) ?? new Map<string, PatientRecord>();
    const isOpened = ({ id, version }: PatientVersion): boolean =>
      known.get(id)?.version === version;
    const opened = await this.#openAll(
      site,
      versions.filter((each) => !isOpened(each)),
    );
    const records = versions.flatMap(({ id }) => opened.get(id) ?? known.get(id) ?? []);
    this.#opened.set(site, new Map(records.map((record) => [record.id, record])));
    return records;
  }

  async #openAll(
    site: LedgerId,
    named: readonly PatientVersion[],
  ): Promise<ReadonlyMap<string, PatientRecord>> {
    if (named.length === 0) return new Map();
    const ids = named.map(({ id }) => id);
    const rows = await this.statements.rows<PatientRow>(PATIENTS_NAMED, [site, ids]);
    return new Map(rows.map((row) => [row.id, this.#open(site, row)]));
  }

  /** Changes the record that was read. Undefined when somebody else changed it meanwhile, or there is none. */
  async change(
    site: LedgerId,
    read: { readonly id: string; readonly version: number },
    particulars: Particulars,
  ): Promise<PatientRecord | undefined> {
    const sealed = this.#seal(site, asId(read.id), particulars);
    const changed = await this.statements.change(CHANGE_PATIENT, [
      site,
      read.id,
      read.version,
      sealed.key,
      sealed.bytes,
      this.clock.now(),
    ]);
    return changed === 0 ? undefined : this.find(site, read.id);
  }

  /** The particulars as an order takes them: personal fields of its entry. */
  async forOrder(
    site: LedgerId,
    id: string,
  ): Promise<
    | {
        readonly personal: readonly PersonalField[];
        readonly addressUnknown: AddressUnknownReason | null;
      }
    | undefined
  > {
    const record = await this.find(site, id);
    if (record === undefined) return undefined;
    const { name, address, birthDate, addressUnknown } = record;
    const field = (name_: string, value: string | null): readonly PersonalField[] =>
      value === null ? [] : [{ field: name_, value, retention: 'patient' }];
    return {
      personal: [
        ...field(NAME_FIELD, name),
        ...field(ADDRESS_FIELD, address),
        ...field(BIRTH_DATE_FIELD, birthDate),
      ],
      addressUnknown,
    };
  }

  #seal(site: LedgerId, id: PatientId, particulars: Particulars): Sealed {
    const { name, address, addressUnknown, birthDate } = particulars;
    const text = Buffer.from(JSON.stringify({ name, address, addressUnknown, birthDate }));
    const size = Math.ceil((text.length + 1) / PADDED_TO_BYTES) * PADDED_TO_BYTES;
    // JSON may be followed by spaces.
    return this.keyring.seal(
      Buffer.concat([text, Buffer.alloc(size - text.length, ' ')]),
      contextOf(site, id),
    );
  }

  #open(site: LedgerId, row: PatientRow): PatientRecord {
    const plain = this.keyring.open({ key: row.key, bytes: row.sealed }, contextOf(site, row.id));
    // Written by `#seal` and authenticated by the cipher.
    const particulars = JSON.parse(plain.toString('utf8')) as Particulars;
    return {
      ...particulars,
      id: row.id,
      version: row.version,
      addedAt: row.added_at,
      changedAt: row.changed_at,
    };
  }
}

const contextOf = (site: LedgerId, id: PatientId): string => `patient ${site} ${id}`;

const newPatientId = (): PatientId =>
  asId(
    Array.from({ length: ID_SIZE }, () => ID_DIGITS.charAt(randomInt(ID_DIGITS.length))).join(''),
  );

const isSame = (a: Particulars, b: Particulars): boolean =>
  a.name === b.name &&
  a.address === b.address &&
  a.addressUnknown === b.addressUnknown &&
  a.birthDate === b.birthDate;
