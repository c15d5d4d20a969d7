/**
 * Checks what the signatures of an entry cover on the bytes of its leaf. It is the content that `signed-content.ts`
 * hashes: a value has the same canonical bytes wherever it stands, so nothing is encoded again.
 */
import type { Signature } from '../../domain/person.js';
import { decodeBase64, encodeUtf8, equalBytes } from '../../evidence/bytes.js';
import { encode } from '../../evidence/canonical.js';
import { visitMembers } from '../../evidence/canonical-scan.js';
import { sha256 } from '../../evidence/hash.js';
import type { CheckedLeaf } from '../../evidence/log-verify.js';
import { LONGEST_LEAF } from '../leaf/leaf.js';

/** A leaf that can be copied from. */
export type LeafMembers = Pick<CheckedLeaf, 'memberInto'>;

/** The members of the content in the order of canonical JSON, as `contentHash` names them. */
const CONTENT = [
  { key: '{"by":', from: 'by' },
  { key: ',"entry":', from: 'id' },
  { key: ',"kind":', from: 'kind' },
  { key: ',"log":', from: 'log' },
  { key: ',"meaning":', of: 'meaning' },
  { key: ',"occ":', from: 'occ' },
  { key: ',"phi":', from: 'phi' },
  { key: ',"request":', from: 'request' },
  { key: ',"seen":', of: 'seen' },
  { key: ',"signer":', of: 'person' },
  { key: ',"src":', from: 'src' },
  { key: ',"words":', of: 'words' },
] as const;
const PARTS = CONTENT.map((part) => ({ ...part, key: encodeUtf8(part.key) }));
const CLOSING_BRACE = 0x7d;
const REQUEST = encodeUtf8('request');
/** Most values of signatures whose bytes are kept: people, and words that hardly differ. */
const MOST_KNOWN = 1_000;

/** For one leaf after the other. */
export class SignedBytes {
  // A signature adds less to the content than the effects, which it leaves out, take away; the rest is for their names.
  private readonly content = new Uint8Array(2 * LONGEST_LEAF);
  private readonly body = new Uint8Array(LONGEST_LEAF);
  private readonly known = new Map<string, Uint8Array>();

  /** The first of the signatures that does not cover what the leaf says; undefined where all of them do. */
  fault(leaf: LeafMembers, signatures: readonly Signature[]): Signature | undefined {
    if (signatures.length === 0) return undefined;
    const request = this.requestOf(leaf);
    return signatures.find((signature) => {
      const hash = decodeBase64(signature.hash);
      const content = this.contentFor(leaf, request, signature);
      return hash === null || !equalBytes(sha256(content), hash);
    });
  }

  private contentFor(leaf: LeafMembers, request: Uint8Array, signature: Signature): Uint8Array {
    const { content } = this;
    let at = 0;
    for (const part of PARTS) {
      at = append(content, at, part.key);
      if ('of' in part) at = append(content, at, this.encoded(signature[part.of]));
      else if (part.from === 'request') at = append(content, at, request);
      else at = leaf.memberInto(content, at, part.from);
    }
    content[at] = CLOSING_BRACE;
    return content.subarray(0, at + 1);
  }

  private encoded(value: string | readonly string[]): Uint8Array {
    const name = typeof value === 'string' ? value : `[${value.join()}`;
    const bytes = this.known.get(name) ?? encode(value);
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(name, bytes);
    return bytes;
  }

  private requestOf(leaf: LeafMembers): Uint8Array {
    const { body } = this;
    const bytes = body.subarray(0, leaf.memberInto(body, 0, 'body'));
    let found: Uint8Array | undefined;
    visitMembers(bytes, (keyStart, keyEnd, valueEnd) => {
      if (keyEnd - keyStart !== REQUEST.length) return;
      if (REQUEST.every((byte, i) => bytes[keyStart + i] === byte))
        found = bytes.subarray(keyEnd + 2, valueEnd);
    });
    if (found === undefined)
      throw new Error('bug: an entry was decoded from a body without request');
    return found;
  }
}

function append(target: Uint8Array, at: number, bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i += 1) target[at + i] = bytes[i] ?? 0;
  return at + bytes.length;
}
