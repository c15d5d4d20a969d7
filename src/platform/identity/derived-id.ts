import { createHash } from 'node:crypto';
import { asId } from '../../domain/ids.js';
import type { EntryId, LedgerId } from '../../domain/ids.js';

const LEDGER_ID_SIZE = 12;
const DIGITS = 36n;

/**
 * Ids that follow from a random one, for acts of several steps: a second try after a crash arrives at the same ids, finds
 * the steps that were taken, and takes the rest.
 */
export function derivedEntryId(seed: string, step: string): EntryId {
  const hex = digest(seed, step).toString('hex');
  // A UUID of version 8: its other bits are the maker's business (RFC 9562).
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return asId(
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
  );
}

/** A ledger's id: opaque, 12 of 36 characters. */
export function derivedLedgerId(seed: string, step: string): LedgerId {
  const number =
    BigInt(`0x${digest(seed, step).toString('hex')}`) % DIGITS ** BigInt(LEDGER_ID_SIZE);
  return asId(number.toString(Number(DIGITS)).padStart(LEDGER_ID_SIZE, '0'));
}

const digest = (seed: string, step: string): Buffer =>
  createHash('sha256').update(`countersign ${step} ${seed}`).digest();
