/**
 * A leaf: the canonical bytes of one entry, which are hashed, stored and never encoded again. Its header keys are always
 * all there; what a kind says of itself stands in `body`.
 */
import type { Commitment, Effects, Entry } from '../../domain/entry.js';
import type { EntryId, LeafHash, PersonId } from '../../domain/ids.js';
import type { Zone } from '../../domain/measures/instant.js';
import { LICENSE_CLASSES, MEANINGS, SEEN, SIGNATURE_METHODS } from '../../domain/person.js';
import type { Signature } from '../../domain/person.js';
import { SOURCES } from '../../domain/request.js';
import type { Kind, Request } from '../../domain/request.js';
import { decode, encode } from '../../evidence/canonical.js';
import type { Canonical, CanonicalObject } from '../../evidence/canonical.js';
import { as, fullList, id, integer, isObject, LeafError, nullable, oneOf } from './codec.js';
import { record, text, within } from './codec.js';
import type { Codec, Fields } from './codec.js';
import { effectsV1 } from './effects.v1.js';
import { line, personId, personOrSystem } from './ids.js';
import { bodyCodec, isKind } from './kinds.js';
import { date, hash, instant } from './values.js';

/** A leaf's length is two bytes in a tile of entries (C2SP tlog-tiles), so none may be longer. */
export const LONGEST_LEAF = 65_535;

/** Who did it, and who wrote it down where that was another. */
export interface By {
  readonly person: PersonId | 'system';
  readonly transcriber: PersonId | null;
}

export const by: Codec<By> = record<By>({
  person: as('person', personOrSystem),
  transcriber: as('transcriber', nullable(personId)),
});

const commitment: Codec<Commitment> = record<Commitment>({
  field: as('f', text),
  commitment: as('c', hash),
  retention: as('r', oneOf('patient', 'staff', 'case')),
});
export const commitments = fullList(commitment);

export const seen = fullList(oneOf(...SEEN));

const signature: Codec<Signature> = record<Signature>({
  person: as('person', personId),
  meaning: as('meaning', oneOf(...MEANINGS)),
  method: as('method', oneOf(...SIGNATURE_METHODS)),
  seen: as('seen', seen),
  licenseClass: as('license', oneOf(...LICENSE_CLASSES)),
  name: as('name', hash),
  initials: as('initials', hash),
  signedAt: as('signed_at', instant),
  hash: as('hash', hash),
  words: as('words', text),
});

const previous: Codec<LeafHash | ''> = {
  shape: { type: 'value', words: '32 bytes in base64; empty in line 0' },
  encode: (value) => value,
  decode: (json) => (json === '' ? '' : hash.decode(json)),
};

/** Everything of an entry but its body. */
type Header = Omit<Entry, 'performer' | 'transcriber' | 'request' | 'effects'> & {
  readonly by: By;
};

const HEADER: Fields<Header> = {
  recordedAt: as('at', instant),
  businessDate: as('biz', date),
  by: as('by', by),
  clock: as('clk', oneOf('ok', 'back', 'skew', 'simulated')),
  id: as('id', id<EntryId>('UUID')),
  kind: as('kind', id<Kind>('kind of entry')),
  log: as('log', text),
  occurredAt: as('occ', instant),
  organisationSize: as('org', integer("size of the organisation's ledger")),
  commitments: as('phi', commitments),
  previous: as('prev', previous),
  seq: as('seq', line),
  signatures: as('sig', fullList(signature)),
  source: as('src', oneOf(...SOURCES)),
  zone: as('tz', id<Zone>('IANA time zone')),
  version: as('v', integer('version of the kind')),
};
const header: Codec<Header> = record<Header>(HEADER);
export const headerShape = header.shape;

/** A leaf as a whole, with its body as it stands there: what that is depends on the kind. */
const wholeLeaf = record<Header & { readonly body: Canonical }>({
  ...HEADER,
  body: as('body', {
    shape: { type: 'value', words: 'see the kind' },
    encode: (json) => json,
    decode: (json) => json,
  }),
});

/** The request as `body.request` has it, and as signatures cover it. */
export function encodeRequest(request: Request, version: number): Canonical {
  return bodyCodec(request.kind, version).encode(request);
}

/** The canonical bytes of an entry. `request` is its encoded request, where that is at hand. */
export function encodeLeaf(
  entry: Entry,
  request: Canonical = encodeRequest(entry.request, entry.version),
): Uint8Array {
  const { performer, transcriber } = entry;
  const head = header.encode({ ...entry, by: { person: performer, transcriber } });
  if (!isObject(head)) throw new LeafError('', 'the header is no object');
  const body = { effects: effectsV1.encode(entry.effects), request };
  return encode({ ...head, body });
}

/** The entry of a leaf. Throws `LeafError` or `CanonicalError` for bytes that are not the leaf of one. */
export function decodeLeaf(bytes: Uint8Array): Entry {
  const leaf = decode(bytes);
  if (!isObject(leaf)) throw new LeafError('', 'not an object');
  return entryOf(leaf);
}

/** The entry of a leaf whose canonical bytes were decoded already. Throws `LeafError` where it is the leaf of none. */
export function entryOf(leaf: CanonicalObject): Entry {
  const read = wholeLeaf.decode(leaf);
  const { kind, version, occurredAt, by: who } = read;
  if (!isKind(kind)) throw new LeafError('/kind', `${String(kind)} is not a kind`);
  const parts = within('body', () => bodyParts(read.body));
  const codec = bodyCodec(kind, version);
  const own = within('body', () => within('request', () => codec.decode(parts.request)));
  // The codec of the kind gave every property that its request has beside these three. It made the object for us.
  const request = Object.assign(own, { kind, occurredAt, personal: [] }) as unknown;
  // Written out: copying what is left of an object costs more than reading the leaf.
  return {
    log: read.log,
    seq: read.seq,
    id: read.id,
    kind,
    version,
    recordedAt: read.recordedAt,
    occurredAt,
    zone: read.zone,
    businessDate: read.businessDate,
    clock: read.clock,
    performer: who.person,
    transcriber: who.transcriber,
    source: read.source,
    signatures: read.signatures,
    organisationSize: read.organisationSize,
    previous: read.previous,
    commitments: read.commitments,
    request: request as Request,
    effects: parts.effects,
  };
}

function bodyParts(body: Canonical): { readonly effects: Effects; readonly request: Canonical } {
  if (!isObject(body)) throw new LeafError('', 'not an object');
  const { effects, request } = body;
  if (effects === undefined || request === undefined || Object.keys(body).length > 2) {
    throw new LeafError('', 'expected effects and request');
  }
  return { effects: within('effects', () => effectsV1.decode(effects)), request };
}
