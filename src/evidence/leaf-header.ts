/**
 * What the evidence knows of a leaf's content: that it is one canonical object, and that its `seq`,
 * `log` and `prev` are those of its place. Everything else in a leaf is the ledger's business.
 *
 * `prev` is a redundancy for readers of the leaves; no proof relies on it.
 */
import { decodeUtf8, writeBase64 } from './bytes.js';
import { encode } from './canonical.js';
import { type MemberVisitor, visitMembers } from './canonical-scan.js';

export type HeaderFault = 'leaf.not-canonical' | 'leaf.seq' | 'leaf.log' | 'leaf.prev';

export interface HeaderProblem {
  readonly code: HeaderFault;
  readonly message: string;
}

const QUOTE = 0x22;
const HASH_BASE64_LENGTH = 44;
const NOWHERE = -1;

/** Checks the leaves of one log in order; it remembers what the next `prev` must be. */
export class HeaderChecker {
  private readonly log: Uint8Array;
  private prev: Uint8Array = Uint8Array.of(QUOTE, QUOTE);
  private seq = 0;
  private leaf: Uint8Array = this.prev;
  // Where the values lie in the leaf at hand; plain fields, since this runs for every leaf.
  private logAt = NOWHERE;
  private logEnd = NOWHERE;
  private prevAt = NOWHERE;
  private prevEnd = NOWHERE;
  private seqAt = NOWHERE;
  private seqEnd = NOWHERE;
  /** Of every member of the leaf at hand: where its key begins and ends, and where its value ends. */
  private readonly places: number[] = [];

  constructor(origin: string) {
    this.log = encode(origin);
  }

  /** Checks the next leaf. */
  check(leaf: Uint8Array): HeaderProblem | null {
    this.leaf = leaf;
    this.logAt = this.prevAt = this.seqAt = NOWHERE;
    this.places.length = 0;
    if (!visitMembers(leaf, this.note)) {
      const message = `entry ${this.seq} is not the canonical encoding of an object`;
      return { code: 'leaf.not-canonical', message };
    }
    if (!isNumber(leaf, this.seqAt, this.seqEnd, this.seq)) {
      const found = valueText(leaf, this.seqAt, this.seqEnd);
      return { code: 'leaf.seq', message: `entry ${this.seq} says that it is number ${found}` };
    }
    if (!isSlice(leaf, this.logAt, this.logEnd, this.log)) {
      const found = valueText(leaf, this.logAt, this.logEnd);
      return { code: 'leaf.log', message: `entry ${this.seq} belongs to another log: ${found}` };
    }
    if (!isSlice(leaf, this.prevAt, this.prevEnd, this.prev)) {
      const found = valueText(leaf, this.prevAt, this.prevEnd);
      const expected = valueText(this.prev, 0, this.prev.length);
      const message = `entry ${this.seq} follows an entry with hash ${found}, but comes after ${expected}`;
      return { code: 'leaf.prev', message };
    }
    return null;
  }

  /** Goes on to the leaf after the one with this hash. */
  advance(leafHash: Uint8Array): void {
    if (this.seq === 0) this.prev = new Uint8Array(HASH_BASE64_LENGTH + 2).fill(QUOTE);
    writeBase64(this.prev, 1, leafHash);
    this.seq += 1;
  }

  /**
   * Copies a member of the leaf that was checked last, as it stands there, and returns the position after it; throws where
   * the leaf has no such member.
   */
  memberInto(target: Uint8Array, at: number, name: string): number {
    const { leaf, places } = this;
    for (let i = 0; i < places.length; i += 3) {
      const [start = 0, end = 0, valueEnd = 0] = [places[i], places[i + 1], places[i + 2]];
      if (isKey(leaf, start, end, name)) return copyInto(target, at, leaf, end + 2, valueEnd);
    }
    throw new RangeError(`entry ${this.seq} has no member ${name}`);
  }

  private readonly note: MemberVisitor = (keyStart, keyEnd, valueEnd) => {
    const { leaf } = this;
    this.places.push(keyStart, keyEnd, valueEnd);
    // Called for every member of every leaf; the first letter rules out nearly all of them.
    switch (leaf[keyStart]) {
      case 0x6c:
        if (!isKey(leaf, keyStart, keyEnd, 'log')) break;
        this.logAt = keyEnd + 2;
        this.logEnd = valueEnd;
        break;
      case 0x70:
        if (!isKey(leaf, keyStart, keyEnd, 'prev')) break;
        this.prevAt = keyEnd + 2;
        this.prevEnd = valueEnd;
        break;
      case 0x73:
        if (!isKey(leaf, keyStart, keyEnd, 'seq')) break;
        this.seqAt = keyEnd + 2;
        this.seqEnd = valueEnd;
    }
  };
}

/** For the few hundred bytes of a member, a loop is faster than a view of them and a call. */
function copyInto(
  target: Uint8Array,
  at: number,
  source: Uint8Array,
  start: number,
  end: number,
): number {
  for (let from = start; from < end; from += 1) target[at + from - start] = source[from] ?? 0;
  return at + end - start;
}

function isKey(leaf: Uint8Array, start: number, end: number, key: string): boolean {
  if (end - start !== key.length) return false;
  for (let i = 0; i < key.length; i += 1) {
    if (leaf[start + i] !== key.charCodeAt(i)) return false;
  }
  return true;
}

function isSlice(leaf: Uint8Array, start: number, end: number, expected: Uint8Array): boolean {
  if (start === NOWHERE || end - start !== expected.length) return false;
  for (let i = 0; i < expected.length; i += 1) {
    if (leaf[start + i] !== expected[i]) return false;
  }
  return true;
}

/** Whether a value is this number; the scan has made sure that a value of digits is a number. */
function isNumber(leaf: Uint8Array, start: number, end: number, expected: number): boolean {
  if (start === NOWHERE) return false;
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (leaf[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return false;
    value = value * 10 + digit;
  }
  return value === expected;
}

/** A value as it stands in the leaf, shortened for a message. */
function valueText(leaf: Uint8Array, start: number, end: number): string {
  if (start === NOWHERE) return 'nothing';
  const shown = decodeUtf8(leaf.subarray(start, end)) ?? 'unreadable';
  return shown.length <= 120 ? shown : `${shown.slice(0, 120)}...`;
}
