/**
 * Public facts about real packages, to fill in the form with which a pharmacist approves a product.
 *
 * A record is a proposal and nothing more: a product enters the ledger only when a person has
 * approved it with the package in hand, because codes are reused, cartons and vials carry different
 * codes, and lists are out of date. A fact that no source showed is absent, so that the form asks
 * for it; nothing is filled in by inference.
 */

import type { Strength } from '../../domain/measures/quantity.js';
import { readStrength } from '../../domain/measures/quantity.js';
import type { Ndc, NdcReading } from '../../domain/codes/ndc.js';
import { ndcKey, readNdc } from '../../domain/codes/ndc.js';
import type { CatalogueRecord, PackageCode } from './catalogue-record.js';
import { KETAMINE_PACKAGES } from './ketamine-packages.js';
import { OTHER_PACKAGES } from './other-packages.js';

/** What a scanned or typed code stands for. */
export interface CatalogueMatch {
  readonly record: CatalogueRecord;
  readonly code: PackageCode;
  /**
   * How many containers one such package is; undefined where the source leaves it open and a person
   * must say.
   */
  readonly containers: number | undefined;
}

export const CATALOGUE: readonly CatalogueRecord[] = [...KETAMINE_PACKAGES, ...OTHER_PACKAGES];

const byKey: ReadonlyMap<string, CatalogueMatch> = indexed(CATALOGUE);

/** The package with this code, in whatever shape it was written. */
export function findPackage(ndc: Ndc): CatalogueMatch | undefined {
  return byKey.get(ndcKey(ndc));
}

/** Every package that a reading can mean: one, none, or for ten bare digits several. */
export function findPackages(reading: NdcReading): readonly CatalogueMatch[] {
  if (reading.kind === 'refused') return [];
  const codes =
    reading.kind === 'read' ? [reading.ndc] : reading.candidates.map((candidate) => candidate.ndc);
  return codes.flatMap((ndc) => findPackage(ndc) ?? []);
}

/** Why a record must not become stock for people: it is an animal drug or a bulk substance. */
export function unfitForPeople(record: CatalogueRecord): 'veterinary' | 'bulk' | undefined {
  return record.productType === 'human' ? undefined : record.productType;
}

/** The strength to propose; undefined where none is shown or it is no mass per volume or piece. */
export function strengthOf(record: CatalogueRecord): Strength | undefined {
  return record.strength === undefined ? undefined : readStrength(record.strength)?.strength;
}

function indexed(records: readonly CatalogueRecord[]): ReadonlyMap<string, CatalogueMatch> {
  const found = new Map<string, CatalogueMatch>();
  for (const record of records) {
    for (const code of record.ndcs) {
      const reading = readNdc(code.ndc);
      if (reading.kind !== 'read') throw new Error(`expected a labelled code, found ${code.ndc}`);
      const key = ndcKey(reading.ndc);
      if (found.has(key)) throw new Error(`expected one record of ${code.ndc}, found two`);
      found.set(key, { record, code, containers: containersIn(record, code) });
    }
  }
  return found;
}

function containersIn(record: CatalogueRecord, code: PackageCode): number | undefined {
  if (code.on === 'container') return 1;
  return code.on === 'carton' ? record.containersPerCarton : undefined;
}
