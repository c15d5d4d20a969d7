/** The values that leaves and the stored book are made of, each in its one JSON form. */
import { parseBusinessDate, parseInstant } from '../../domain/measures/instant.js';
import type { BusinessDate, Instant } from '../../domain/measures/instant.js';
import type { FileHash, LeafHash } from '../../domain/ids.js';
import { formatQuantity, parseMass, parseQuantity } from '../../domain/measures/quantity.js';
import type { Mass, Quantity, Strength } from '../../domain/measures/quantity.js';
import { remembering, textual } from './codec.js';
import type { Codec } from './codec.js';

/** Thousandths of the base unit are exactly three decimals of it. */
export const quantity: Codec<Quantity> = remembering(
  textual<Quantity>('decimal text with 3 places, in the base unit of the product (mL or each)', {
    write: formatQuantity,
    read: parseQuantity,
  }),
);

/** Micrograms per base unit are exactly three decimals of a milligram. */
export const strength: Codec<Strength> = remembering(
  textual<Strength>('decimal text with 3 places, mg per base unit', {
    write: (value) => decimal(value, 3),
    read: (json) => {
      const value = parseQuantity(json);
      return value === undefined || value <= 0n ? undefined : (BigInt(value) as Strength);
    },
  }),
);

/** Nanograms are exactly six decimals of a milligram; `formatMass` rounds and is for print. */
export const mass: Codec<Mass> = remembering(
  textual<Mass>('decimal text with 6 places, mg', {
    write: (value) => decimal(value, 6),
    read: parseMass,
  }),
);

export const instant: Codec<Instant> = remembering(
  textual<Instant>('UTC time with microseconds', {
    write: (value) => value,
    read: parseInstant,
  }),
);

export const date: Codec<BusinessDate> = remembering(
  textual<BusinessDate>('date', {
    write: (value) => value,
    read: parseBusinessDate,
  }),
);

export const fileHash: Codec<FileHash> = textual<FileHash>('SHA-256 of a file, hexadecimal', {
  write: (value) => value,
  read: (json) => (/^[0-9a-f]{64}$/.test(json) ? (json as FileHash) : undefined),
});

/** Also the form of commitments and of hashes of signed content. */
export const hash: Codec<LeafHash> = textual<LeafHash>('32 bytes in base64', {
  write: (value) => value,
  read: (json) => (/^[A-Za-z0-9+/]{43}=$/.test(json) ? (json as LeafHash) : undefined),
});

function decimal(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const point = digits.length - places;
  return `${value < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}
