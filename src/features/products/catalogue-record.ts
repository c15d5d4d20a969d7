/**
 * One record of the catalogue: what a public source shows about a package. Every field that is
 * present is named by one of its sources; a fact that no source showed is absent.
 */

import type { ContainerType, DoseType, Schedule } from '../../domain/product.js';
import type { Measured } from '../../domain/measures/quantity.js';

/**
 * A code and what carries it. `unstated`: the source names a package and its code, not where the
 * code is printed.
 */
export interface PackageCode {
  /** Hyphenated, as labelled. */
  readonly ndc: string;
  readonly on: 'container' | 'carton' | 'both' | 'unstated';
}

/** Where facts come from. */
export interface Source {
  readonly title: string;
  /**
   * As exact as known: a day, a month, or a span of months. Absent where the source carries no
   * date.
   */
  readonly date?: string;
  readonly shows: readonly Fact[];
}

export interface CatalogueRecord {
  /** Labeler and product segments of the code: "0409-2051". */
  readonly productNdc: string;
  readonly ndcs: readonly PackageCode[];
  readonly labeler?: string;
  readonly proprietaryName?: string;
  readonly nonproprietaryName?: string;
  /**
   * Active ingredient, with its salt where the source prints one. The strength's number stands
   * against this name.
   */
  readonly substance: string;
  readonly schedule?: Schedule;
  /** Whether a source shows the schedule for this product, or only for its substance. */
  readonly scheduleShownFor?: 'product' | 'substance';
  /** As printed. */
  readonly strength?: string;
  readonly dosageForm?: string;
  /** Labelled content of one container, in the unit the source uses. */
  readonly size?: Measured;
  readonly containersPerCarton?: number;
  readonly containerType?: ContainerType | 'jar';
  /**
   * Absent where the source does not say: then a person reads it from the label, and it is not
   * guessed from the size.
   */
  readonly doseType?: DoseType;
  /** Only "none" occurs: a source that says "preservative free". */
  readonly preservative?: 'none';
  readonly productType?: 'human' | 'veterinary' | 'bulk';
  readonly sources: readonly Source[];
}

/** What a source may show. */
export type Fact = Exclude<keyof CatalogueRecord, 'productNdc' | 'scheduleShownFor' | 'sources'>;
