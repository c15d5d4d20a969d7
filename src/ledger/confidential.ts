/**
 * Personal fields: committed to in the leaf, and kept beside it, encrypted, as salt and value. Lengths are padded to
 * classes, so that a ciphertext does not tell a short name from a long one.
 */
import { randomBytes } from 'node:crypto';
import type { Commitment } from '../domain/entry.js';
import type { EntryId, LeafHash, LedgerId } from '../domain/ids.js';
import type { PersonalField } from '../domain/request.js';
import { decodeUtf8, encodeUtf8 } from '../evidence/bytes.js';
import { commit, opens, SALT_LENGTH } from '../evidence/commitment.js';

/** Encryption at rest, as the platform's keyring does it. What was sealed opens in the same context only. */
export interface Sealer {
  seal(plain: Uint8Array, context: string): { readonly key: string; readonly bytes: Uint8Array };
  open(sealed: { readonly key: string; readonly bytes: Buffer }, context: string): Uint8Array;
}

/** A personal field with the salt of its commitment. */
export interface SaltedField extends PersonalField {
  readonly salt: Uint8Array;
}

/** A row of `ledger.confidential`. */
export interface ConfidentialRow {
  readonly ledger: LedgerId;
  readonly entry: EntryId;
  readonly field: string;
  readonly retention: PersonalField['retention'];
  readonly key: string;
  readonly sealed: Uint8Array;
}

const CLASSES = [64, 256, 1024, 4096];
const LARGEST_CLASS = 4096;
const LENGTH_BYTES = 4;

/** A fresh salt for each field, unless it has one already. */
export function saltFields(
  personal: readonly PersonalField[],
  known: ReadonlyMap<string, Uint8Array>,
): readonly SaltedField[] {
  return personal.map((field) => ({
    ...field,
    salt: known.get(field.field) ?? randomBytes(SALT_LENGTH),
  }));
}

/** The commitments of an entry's fields, in the order of their names. */
export function commitTo(entry: EntryId, fields: readonly SaltedField[]): readonly Commitment[] {
  return fields.map(({ field, value, salt, retention }) => ({
    field,
    // 32 bytes in base64 are what a LeafHash is.
    commitment: commit({ salt, entry, field, value }) as LeafHash,
    retention,
  }));
}

/** Whether a commitment of an entry is to this field. */
export function isCommittedTo(
  commitment: Commitment | undefined,
  entry: EntryId,
  { field, value, salt, retention }: SaltedField,
): boolean {
  return (
    commitment?.retention === retention &&
    opens(commitment.commitment, { salt, entry, field, value })
  );
}

export function sealField(
  sealer: Sealer,
  place: { readonly ledger: LedgerId; readonly entry: EntryId },
  { field, retention, value, salt }: SaltedField,
): ConfidentialRow {
  const { ledger, entry } = place;
  const { key, bytes } = sealer.seal(padded(salt, value), contextOf(ledger, entry, field));
  return { ledger, entry, field, retention, key, sealed: bytes };
}

/** Throws where the row was changed or its key is missing. */
export function openField(sealer: Sealer, row: ConfidentialRow): SaltedField {
  const { ledger, entry, field, retention, key } = row;
  const sealed = { key, bytes: Buffer.from(row.sealed) };
  const plain = Buffer.from(sealer.open(sealed, contextOf(ledger, entry, field)));
  const start = SALT_LENGTH + LENGTH_BYTES;
  const end = start + plain.readUInt32BE(SALT_LENGTH);
  const value = decodeUtf8(plain.subarray(start, end));
  if (value === null || end > plain.length) throw new Error('a personal field is damaged');
  return { field, retention, value, salt: plain.subarray(0, SALT_LENGTH) };
}

const contextOf = (ledger: LedgerId, entry: EntryId, field: string): string =>
  `countersign confidential ${ledger} ${entry} ${field}`;

/** Salt, length, value, zeros. */
function padded(salt: Uint8Array, value: string): Uint8Array {
  const text = encodeUtf8(value);
  const length = SALT_LENGTH + LENGTH_BYTES + text.length;
  const room =
    CLASSES.find((size) => size >= length) ?? Math.ceil(length / LARGEST_CLASS) * LARGEST_CLASS;
  const plain = Buffer.alloc(room);
  plain.set(salt, 0);
  plain.writeUInt32BE(text.length, SALT_LENGTH);
  plain.set(text, SALT_LENGTH + LENGTH_BYTES);
  return plain;
}

const SALTS_CONTEXT = 'countersign challenge';

/** The salts of a challenge, by field name, encrypted. */
export function sealSalts(
  sealer: Sealer,
  place: { readonly ledger: LedgerId; readonly entry: EntryId },
  fields: readonly SaltedField[],
): { readonly key: string; readonly bytes: Uint8Array } {
  const salts = fields.map(({ field, salt }) => [field, Buffer.from(salt).toString('base64')]);
  const plain = encodeUtf8(JSON.stringify(salts));
  return sealer.seal(plain, `${SALTS_CONTEXT} ${place.ledger} ${place.entry}`);
}

export function openSalts(
  sealer: Sealer,
  place: { readonly ledger: LedgerId; readonly entry: EntryId },
  sealed: { readonly key: string; readonly bytes: Buffer },
): ReadonlyMap<string, Uint8Array> {
  const plain = sealer.open(sealed, `${SALTS_CONTEXT} ${place.ledger} ${place.entry}`);
  // Written by `sealSalts` and authenticated by the cipher.
  const salts = JSON.parse(decodeUtf8(plain) ?? '[]') as readonly (readonly [string, string])[];
  return new Map(salts.map(([field, salt]) => [field, Buffer.from(salt, 'base64')]));
}
