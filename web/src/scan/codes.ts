/** What a scanner has read, or somebody typed: a container or bag of ours, a line, or a GS1 code of a carton or vial. */
import { readGs1 } from '../../../src/domain/codes/gs1.js';
import { ndcKey, ndcOfGtin, readNdc } from '../../../src/domain/codes/ndc.js';

export interface PackageCode {
  readonly is: 'package';
  readonly gtin: string;
  readonly lot: string | null;
  readonly expires: string | null;
  readonly serial: string | null;
}

export type Scanned =
  | { readonly is: 'container'; readonly container: string }
  | { readonly is: 'bag'; readonly bag: string }
  | { readonly is: 'line'; readonly line: string }
  | PackageCode
  | { readonly is: 'nothing' };

/** What our labels hold. "CS" says whose number it is, so that no other code of the same digits is taken for it. */
export const labelCode = {
  container: (container: string): string => `CS${container}`,
  bag: (bag: string): string => `CSB:${bag}`,
} as const;

export function readScanned(text: string): Scanned {
  const code = text.trim();
  if (/^\d{1,15}-\d{1,5}$/.test(code)) return { is: 'container', container: code };
  const label = /^(?:\][A-Za-z]\d)?CS[:-]?(\d{1,15}-\d{1,5})$/i.exec(code)?.[1];
  if (label !== undefined) return { is: 'container', container: label };
  const bag = /^(?:\][A-Za-z]\d)?CSB:(.+)$/.exec(code)?.[1];
  if (bag !== undefined) return { is: 'bag', bag };
  const packaged = readPackage(code);
  if (packaged !== undefined) return packaged;
  if (/^\d{1,9}$/.test(code)) return { is: 'line', line: code };
  return { is: 'nothing' };
}

function readPackage(code: string): PackageCode | undefined {
  // Eight digits could be a line; whoever scans a vial scans more than that.
  if (/^\d{1,9}$/.test(code)) return undefined;
  const read = readGs1(code, new Date().getUTCFullYear());
  if (read.kind === 'refused' || read.gtin === undefined) return undefined;
  return {
    is: 'package',
    gtin: read.gtin,
    lot: read.lot ?? null,
    expires: read.expiry ?? null,
    serial: read.serial ?? null,
  };
}

/** Which of some products a GTIN is of: the ten digits in it fit several shapes, and the products say which. */
export function productOfGtin<P extends { readonly ndc: string }>(
  gtin: string,
  products: readonly P[],
): P | undefined {
  const reading = gtin === '' ? undefined : ndcOfGtin(gtin);
  if (reading?.kind !== 'ambiguous') return undefined;
  const keys = new Set(reading.candidates.map(({ ndc }) => ndcKey(ndc)));
  return products.find(({ ndc }) => {
    const known = readNdc(ndc);
    return known.kind === 'read' && keys.has(ndcKey(known.ndc));
  });
}
