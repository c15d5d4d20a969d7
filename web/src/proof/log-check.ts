/**
 * Checks of a ledger's evidence by the browser alone: WebCrypto, and what docs/LEDGER-FORMAT.md says. No code is shared
 * with the service, whose mistakes would otherwise be made twice.
 */
type Bytes = Uint8Array<ArrayBuffer>;

/** What is wrong with what was shown as evidence. */
export type Flaw =
  | 'malformed'
  | 'bad-signature'
  | 'not-included'
  | 'other-line'
  /** This browser cannot verify Ed25519. */
  | 'unsupported';

export class NotProved extends Error {
  constructor(readonly flaw: Flaw) {
    super(flaw);
  }
}

/** A head that the ledger's key has signed. */
export interface Head {
  readonly origin: string;
  readonly size: number;
  /** base64, as it is in the checkpoint. */
  readonly root: string;
}

export interface TravelProof {
  readonly index: number;
  readonly hashes: readonly string[];
  /** The signed checkpoint, as it came. */
  readonly note: string;
}

const ED25519 = 0x01;
const KEY_LENGTH = 32;
const KEY_ID_LENGTH = 4;
const HASH_LENGTH = 32;
const LEAF = Uint8Array.of(0x00);
const NODE = Uint8Array.of(0x01);
const DECIMAL = /^(?:0|[1-9]\d{0,14})$/;

/** Takes a proof apart (c2sp.org/tlog-proof); nothing in it may be trusted yet. */
export function readProof(text: string): TravelProof {
  const blank = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(0, blank)).split('\n');
  if (lines[0]?.startsWith('extra ') === true) lines.shift();
  const index = lines.shift()?.replace(/^index /, '') ?? '';
  if (blank < 0 || first !== 'c2sp.org/tlog-proof@v1' || !DECIMAL.test(index))
    throw new NotProved('malformed');
  return { index: Number(index), hashes: lines, note: text.slice(blank + 2) };
}

/** The head in a signed checkpoint, once its signature by this key holds. */
export async function checkHead(note: string, vkey: string): Promise<Head> {
  const key = await readKey(vkey);
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const [origin, size = '', root = ''] = text.split('\n');
  if (end < 0 || !DECIMAL.test(size) || fromBase64(root).length !== HASH_LENGTH)
    throw new NotProved('malformed');
  const signatures = note
    .slice(end + 2)
    .split('\n')
    .flatMap((line) => signatureIn(line, key));
  const message = new TextEncoder().encode(text);
  const hold = await Promise.all(signatures.map((each) => holds(key.publicKey, each, message)));
  if (origin !== key.name || hold.length === 0 || hold.includes(false))
    throw new NotProved('bad-signature');
  return { origin, size: Number(size), root };
}

interface Key {
  readonly name: string;
  readonly id: string;
  readonly publicKey: Bytes;
}

/** `name+keyid+base64(type || key)`; the id must be that of name and key. */
async function readKey(vkey: string): Promise<Key> {
  const [, name = '', id = '', material = ''] =
    /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? [];
  const bytes = fromBase64(material);
  const named = join(new TextEncoder().encode(`${name}\n`), bytes);
  const isRight = bytes[0] === ED25519 && bytes.length === 1 + KEY_LENGTH;
  if (!isRight || hex((await sha256(named)).slice(0, KEY_ID_LENGTH)) !== id)
    throw new NotProved('malformed');
  return { name, id, publicKey: bytes.slice(1) };
}

/** The signature of a line in the name of this key; lines of other keys are passed over. */
function signatureIn(line: string, key: Key): Bytes[] {
  const [dash, name, encoded, ...more] = line.split(' ');
  if (dash !== '—' || name !== key.name || encoded === undefined || more.length > 0) return [];
  const bytes = fromBase64(encoded);
  return hex(bytes.slice(0, KEY_ID_LENGTH)) === key.id ? [bytes.slice(KEY_ID_LENGTH)] : [];
}

async function holds(publicKey: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signature, message);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError')
      throw new NotProved('unsupported');
    throw error;
  }
}

/** Whether the leaf with these bytes is number `index` of the signed ledger (RFC 9162, section 2.1.3.2). */
export async function isIncluded(leaf: Bytes, proof: TravelProof, head: Head): Promise<boolean> {
  if (proof.index >= head.size) return false;
  let [node, last] = [proof.index, head.size - 1];
  let hash = await sha256(join(LEAF, leaf));
  for (const sibling of proof.hashes.map(fromBase64)) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = await nodeHash(sibling, hash);
      [node, last] = skipLevels(node, last);
    } else {
      hash = await nodeHash(hash, sibling);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && toBase64(hash) === head.root;
}

/** Whether the ledger of one head is the beginning of that of a later one (RFC 9162, section 2.1.4.2). */
export async function isGrown(
  before: Head,
  after: Head,
  proof: readonly string[],
): Promise<boolean> {
  if (before.origin !== after.origin || before.size > after.size || before.size === 0) return false;
  if (before.size === after.size) return proof.length === 0 && before.root === after.root;
  // A perfect older tree is a node of the newer one, and its root is not repeated in the proof.
  const isPerfect = Number.isInteger(Math.log2(before.size));
  const [first, ...path] = (isPerfect ? [before.root, ...proof] : proof).map(fromBase64);
  if (first === undefined) return false;
  let [node, last] = [before.size - 1, after.size - 1];
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  let [older, newer] = [first, first];
  for (const hash of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      older = await nodeHash(hash, older);
      newer = await nodeHash(hash, newer);
      [node, last] = skipLevels(node, last);
    } else {
      newer = await nodeHash(newer, hash);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && toBase64(older) === before.root && toBase64(newer) === after.root;
}

/** At the right edge, levels without a sibling have no hash in the proof. */
function skipLevels(node: number, last: number): [number, number] {
  let [at, end] = [node, last];
  while (at % 2 === 0 && at !== 0) [at, end] = [at / 2, Math.floor(end / 2)];
  return [at, end];
}

/** SHA-256(0x00 || leaf) in base64: how the service names the line. */
export const leafHash = async (leaf: Bytes): Promise<string> =>
  toBase64(await sha256(join(LEAF, leaf)));

const nodeHash = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(join(NODE, left, right));

const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

function join(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const hex = (bytes: Bytes): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const toBase64 = (bytes: Bytes): string => btoa(String.fromCharCode(...bytes));

/** Strict: one text for one value, so that a flipped character never reads as the same bytes. */
function fromBase64(text: string): Bytes {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text))
    throw new NotProved('malformed');
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  if (toBase64(bytes) !== text) throw new NotProved('malformed');
  return bytes;
}
