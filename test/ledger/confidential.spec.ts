import { randomBytes } from 'node:crypto';
import { asId } from '../../src/domain/ids.js';
import type { EntryId, LedgerId } from '../../src/domain/ids.js';
import {
  commitTo,
  isCommittedTo,
  openField,
  openSalts,
  saltFields,
  sealField,
  sealSalts,
} from '../../src/ledger/confidential.js';
import type { SaltedField } from '../../src/ledger/confidential.js';
import { Keyring } from '../../src/platform/keys/keyring.js';
import { newFolder } from '../support/database.js';

const PLACE = {
  ledger: asId('site00000001') as LedgerId,
  entry: asId('0193f7a1-0000-7000-8000-000000000001') as EntryId,
};
let keyring: Keyring;
beforeAll(async () => {
  keyring = await Keyring.open(await newFolder());
});

const field = (value: string): SaltedField => ({
  field: 'patient.name',
  value,
  retention: 'patient',
  salt: randomBytes(32),
});

const roomOf = (value: string): number =>
  Buffer.from(sealField(keyring, PLACE, field(value)).sealed).length - 12 - 16;

it('opens what was sealed, with its salt', () => {
  for (const value of ['', 'x', 'Zoë Ångström', 'n'.repeat(5_000)]) {
    const sealed = field(value);
    const opened = openField(keyring, sealField(keyring, PLACE, sealed));
    expect(opened.value).toBe(value);
    expect(Buffer.from(opened.salt)).toEqual(sealed.salt);
  }
});

it('pads values to classes, so that a length tells nothing', () => {
  expect(roomOf('')).toBe(64);
  expect(roomOf('n'.repeat(28))).toBe(64);
  expect(roomOf('n'.repeat(29))).toBe(256);
  expect(roomOf('n'.repeat(221))).toBe(1024);
  expect(roomOf('n'.repeat(1_000))).toBe(4096);
  expect(roomOf('n'.repeat(5_000))).toBe(8192);
});

it('opens nowhere else than in its own entry and field', () => {
  const row = sealField(keyring, PLACE, field('Carla Cruz'));
  const elsewhere = [
    { ...row, field: 'patient.address' },
    { ...row, ledger: asId('site00000002') as LedgerId },
    { ...row, entry: asId('0193f7a1-0000-7000-8000-000000000002') as EntryId },
    { ...row, key: 'data-9999' },
    { ...row, sealed: Buffer.from(row.sealed).fill(0, 20, 21) },
  ];
  for (const other of elsewhere) expect(() => openField(keyring, other)).toThrow();
});

it('commits with a fresh salt each time, and to nothing but the value', () => {
  const personal = [{ field: 'note', value: 'x', retention: 'case' as const }];
  const [one, two] = [1, 2].map(() => saltFields(personal, new Map()));
  const [first] = commitTo(PLACE.entry, one ?? []);
  const [second] = commitTo(PLACE.entry, two ?? []);
  expect(first?.commitment).not.toBe(second?.commitment);
  const [salted] = one ?? [];
  if (salted === undefined) throw new Error('no field');
  expect(isCommittedTo(first, PLACE.entry, salted)).toBe(true);
  expect(isCommittedTo(first, PLACE.entry, { ...salted, value: 'y' })).toBe(false);
  expect(isCommittedTo(first, PLACE.entry, { ...salted, field: 'other' })).toBe(false);
  expect(isCommittedTo(first, PLACE.entry, { ...salted, retention: 'staff' })).toBe(false);
  expect(isCommittedTo(first, PLACE.entry, { ...salted, salt: randomBytes(32) })).toBe(false);
  expect(isCommittedTo(first, asId('0193f7a1-0000-7000-8000-000000000002'), salted)).toBe(false);
  expect(isCommittedTo(undefined, PLACE.entry, salted)).toBe(false);
});

it('keeps the salts of a challenge for its own entry', () => {
  const fields = [field('a'), { ...field('b'), field: 'note' }];
  const { key, bytes } = sealSalts(keyring, PLACE, fields);
  const sealed = { key, bytes: Buffer.from(bytes) };
  const salts = openSalts(keyring, PLACE, sealed);
  expect([...salts.keys()]).toEqual(['patient.name', 'note']);
  expect(Buffer.from(salts.get('note') ?? [])).toEqual(fields[1]?.salt);
  const elsewhere = { ...PLACE, ledger: asId('site00000002') as LedgerId };
  expect(() => openSalts(keyring, elsewhere, sealed)).toThrow();
});
