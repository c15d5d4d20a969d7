import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import {
  formatMass,
  formatStrength,
  massOf,
  parseMeasured,
  parseStrength,
  readStrength,
  trimQuantity,
} from '../../src/domain/measures/quantity.js';
import { gtinOfNdc, ndcOfGtin, readNdc } from '../../src/domain/codes/ndc.js';
import { registerName } from '../../src/domain/substance.js';
import type { CatalogueRecord, Fact } from '../../src/features/products/catalogue-record.js';
import {
  CATALOGUE,
  findPackage,
  findPackages,
  strengthOf,
  unfitForPeople,
} from '../../src/features/products/catalogue.js';

const PUBLISHED = fileURLToPath(new URL('../data/openfda-ndc.json', import.meta.url));

/**
 * The fields of the openFDA response that are read here; keys with an underscore name the source.
 */
interface PublishedProduct {
  readonly product_ndc: string;
  readonly generic_name?: string;
  readonly labeler_name?: string;
  readonly brand_name?: string;
  readonly active_ingredients?: readonly { readonly name: string; readonly strength?: string }[];
  readonly packaging: readonly {
    readonly package_ndc: string;
    readonly description?: string;
    readonly _presentation?: string;
  }[];
  readonly dosage_form?: string;
  readonly product_type?: string;
  readonly dea_schedule?: string;
  readonly _dea_schedule_source?: string;
  readonly _label_strength?: string;
  readonly _source: readonly string[];
  readonly _also_listed_package_ndcs?: readonly string[];
}

const TYPES: Readonly<Record<string, CatalogueRecord['productType']>> = {
  'HUMAN PRESCRIPTION DRUG': 'human',
  'PRESCRIPTION ANIMAL DRUG': 'veterinary',
  'BULK INGREDIENT': 'bulk',
};

function published(): readonly PublishedProduct[] {
  const file = JSON.parse(readFileSync(PUBLISHED, 'utf8')) as { results: PublishedProduct[] };
  return file.results;
}

function recordOf(productNdc: string): CatalogueRecord {
  const record = CATALOGUE.find((each) => each.productNdc === productNdc);
  if (record === undefined) throw new Error(`no record of ${productNdc}`);
  return record;
}

function matchOf(text: string) {
  const [match] = findPackages(readNdc(text));
  return match;
}

/** The facts that are present in a record, each of which a source must show. */
function factsOf(record: CatalogueRecord): readonly Fact[] {
  const about = new Set(['productNdc', 'scheduleShownFor', 'sources']);
  return Object.keys(record).filter((key): key is Fact => !about.has(key));
}

/** What the published record says about the packages that our record names, in words. */
function wordsAbout(record: CatalogueRecord, product: PublishedProduct): string {
  const ours = new Set(record.ndcs.map((code) => code.ndc));
  return product.packaging
    .filter((each) => ours.has(each.package_ndc))
    .map((each) => `${each.description ?? ''} ${each._presentation ?? ''}`)
    .join(' ');
}

/**
 * Each fact read anew from the published record; the number of containers and the like from its
 * words.
 */
const READ_ANEW: Readonly<
  Record<Fact, (record: CatalogueRecord, product: PublishedProduct) => unknown>
> = {
  ndcs: (record, product) => {
    const inner = wordsAbout(record, product).match(/\d{4,5}-\d{3,4}-\d{1,2}/g) ?? [];
    const listed = product.packaging.map((each) => each.package_ndc);
    const all = new Set([...listed, ...inner, ...(product._also_listed_package_ndcs ?? [])]);
    return record.ndcs.filter((code) => all.has(code.ndc));
  },
  labeler: (_, product) => product.labeler_name,
  proprietaryName: (_, product) => product.brand_name,
  nonproprietaryName: (_, product) => product.generic_name,
  substance: (_, product) => product.active_ingredients?.[0]?.name,
  schedule: (_, product) => product.dea_schedule?.replace(/^C/, ''),
  strength: (_, product) =>
    product.active_ingredients?.[0]?.strength ??
    product._label_strength?.replace(/^(\d+ mg) of esketamine per device.*$/, '$1/device'),
  dosageForm: (_, product) => product.dosage_form,
  size: (record, product) => {
    const { value, unit } = record.size ?? { value: '', unit: '' };
    const amount = value.replace(/\.0+$/, '');
    const pattern = new RegExp(`(?<![\\d.])${amount} ?${unit}\\b`);
    return pattern.test(wordsAbout(record, product)) ? record.size : undefined;
  },
  containersPerCarton: (record, product) => {
    const found = /(\d+)(?: VIAL, SINGLE-DOSE in 1 CARTON| x \d+ mL| 5 mL Multi-Dose Vial)/;
    return Number(found.exec(wordsAbout(record, product))?.[1]);
  },
  containerType: (record, product) => {
    const words = `${wordsAbout(record, product)} ${product._label_strength ?? ''}`.toLowerCase();
    return /\bvial|\bmdv/.test(words) ? 'vial' : /\b(jar|device)\b/.exec(words)?.[1];
  },
  doseType: (record, product) => {
    const words = wordsAbout(record, product).toLowerCase();
    if (/mdv|multi(ple)?[ -]dose/.test(words)) return 'multiple-dose';
    return words.includes('single-dose') ? 'single-dose' : undefined;
  },
  preservative: (record, product) =>
    wordsAbout(record, product).includes('Preservative Free') ? 'none' : undefined,
  productType: (_, product) => TYPES[product.product_type ?? ''],
};

/** Facts that only the listing of autumn 2026 shows, which the published file does not hold. */
const NOT_IN_THE_FILE: Readonly<Record<string, readonly Fact[]>> = {
  '0409-2051': ['ndcs', 'containersPerCarton'],
  '55150-438': ['containersPerCarton', 'containerType', 'doseType'],
  '42023-113': ['containersPerCarton'],
  // The label's panel does not name the labeler.
  '72572-321': ['labeler'],
};

describe('the catalogue', () => {
  it('names a source for every fact, and no source for a fact that is absent', () => {
    for (const record of CATALOGUE) {
      const shown = new Set(record.sources.flatMap((source) => source.shows));
      expect([record.productNdc, [...shown].sort()]).toEqual([
        record.productNdc,
        [...factsOf(record)].sort(),
      ]);
      expect(record.schedule === undefined).toBe(record.scheduleShownFor === undefined);
      expect(Object.values(record)).not.toContain(undefined);
    }
  });

  it('writes every code as labelled, under its product, and no package twice', () => {
    const all = CATALOGUE.flatMap((record) => record.ndcs.map((code) => ({ record, code })));
    for (const { record, code } of all) {
      expect(readNdc(code.ndc)).toMatchObject({ kind: 'read', hyphenated: code.ndc });
      expect(code.ndc.startsWith(`${record.productNdc}-`)).toBe(true);
    }
    expect(new Set(all.map(({ code }) => code.ndc)).size).toBe(all.length);
  });

  it('holds all three shapes of ten-digit codes, and at least a dozen ketamine products', () => {
    const shapes = CATALOGUE.flatMap(({ ndcs }) =>
      ndcs.map(({ ndc }) => {
        const reading = readNdc(ndc);
        return reading.kind === 'read' ? reading.shape : reading.kind;
      }),
    );
    expect(new Set(shapes)).toEqual(new Set(['4-4-2', '5-3-2', '5-4-1']));
    const ketamine = CATALOGUE.filter(
      (record) => record.substance.startsWith('KETAMINE') && unfitForPeople(record) === undefined,
    );
    expect(ketamine.length).toBeGreaterThanOrEqual(12);
  });

  it('has strengths and sizes that can be held exactly, except for the bulk powder', () => {
    for (const record of CATALOGUE.filter((each) => each.productType !== 'bulk')) {
      expect(strengthOf(record)).toBeDefined();
      if (record.size !== undefined) expect(parseMeasured(record.size, 'mL')).toBeDefined();
    }
    expect(strengthOf(recordOf('62991-1087'))).toBeUndefined();
  });

  it('finds the same package by its billing form and its twelve-digit form', () => {
    for (const text of ['0409-2051-05', '00409205105', '00409-2051-05', '000409-2051-05']) {
      expect(matchOf(text)?.record.productNdc).toBe('0409-2051');
    }
    expect(matchOf('0409-2051-06')).toBeUndefined();
    expect(matchOf('rubbish')).toBeUndefined();
  });

  it('counts ten vials in a carton and one in a vial', () => {
    expect(matchOf('0409-2051-05')?.containers).toBe(10);
    expect(matchOf('0409-2051-15')?.containers).toBe(1);
    expect(matchOf('71872-7296-1')?.containers).toBe(1);
  });

  it('asks when the source leaves open what a code is printed on', () => {
    expect(matchOf('0409-2053-10')?.containers).toBeUndefined();
    // Carton and container of this one carry the same code.
    expect(matchOf('59399-114-10')?.containers).toBeUndefined();
    // The carton's code is known, how many vials it holds is not.
    expect(matchOf('67457-108-10')?.containers).toBeUndefined();
  });

  it('finds the vial by the GTIN of its bar code', () => {
    const gtin = gtinOfNdc('0409-2051-15', 0) ?? '';
    expect(findPackages(ndcOfGtin(gtin)).map((match) => match.code.ndc)).toEqual(['0409-2051-15']);
    expect(findPackages(readNdc('0409205115')).map((match) => match.code.ndc)).toEqual([
      '0409-2051-15',
    ]);
  });

  it('knows that 100 mg/mL comes in 5 mL and in 10 mL, so strength alone tells no vial', () => {
    const sizes = CATALOGUE.filter(
      (record) =>
        strengthOf(record) === parseStrength('100 mg/mL') && unfitForPeople(record) === undefined,
    ).flatMap(({ size }) => (size === undefined ? [] : [size.value]));
    expect(new Set(sizes)).toEqual(new Set(['5.000', '10.000']));
  });

  it('calls a drug the same for every labeler, whichever salt a list names, so that it is one audit item', () => {
    const names = CATALOGUE.map(({ substance }) => registerName(substance));
    expect(new Set(names)).toEqual(new Set(['ketamine', 'esketamine', 'midazolam', 'fentanyl']));
    const ketamine = CATALOGUE.filter(({ substance }) => registerName(substance) === 'ketamine');
    expect(new Set(ketamine.map(({ substance }) => substance)).size).toBe(2);
    // Morphine's labels state the strength of the salt.
    expect(registerName(' Morphine Sulfate')).toBe('morphine sulfate');
  });

  it('refuses the animal drug and the bulk powder as stock for people', () => {
    expect(unfitForPeople(recordOf('59399-114'))).toBe('veterinary');
    expect(unfitForPeople(recordOf('62991-1087'))).toBe('bulk');
    const others = CATALOGUE.filter(
      (each) => each.productNdc !== '59399-114' && each.productNdc !== '62991-1087',
    );
    expect(others.map(unfitForPeople).filter((reason) => reason !== undefined)).toEqual([]);
  });

  it('gives the contents of a vial in milligrams as its label does', () => {
    const { size, strength } = recordOf('55150-440');
    const read = readStrength(strength ?? '');
    const volume = size === undefined ? undefined : parseMeasured(size, 'mL');
    if (read === undefined || volume === undefined) throw new Error('expected both');
    expect(formatMass(massOf(volume, read.strength))).toBe('1000.000');
    expect(formatStrength(read.strength, read.unit)).toBe('100 mg/mL');
    expect(trimQuantity(volume)).toBe('10');
  });
});

describe('the published lists', () => {
  it(`agree with every fact that the catalogue restates from them`, () => {
    const products = published();
    let compared = 0;
    for (const record of CATALOGUE) {
      const product = products.find((each) => each.product_ndc === record.productNdc);
      if (product === undefined) continue;
      const elsewhere = NOT_IN_THE_FILE[record.productNdc] ?? [];
      for (const fact of factsOf(record).filter((each) => !elsewhere.includes(each))) {
        const anew = READ_ANEW[fact](record, product);
        expect([record.productNdc, fact, anew]).toEqual([record.productNdc, fact, record[fact]]);
        compared += 1;
      }
      const forSubstance = product._dea_schedule_source !== undefined;
      expect(record.scheduleShownFor).toBe(forSubstance ? 'substance' : 'product');
    }
    expect(compared).toBeGreaterThan(180);
  });

  it(`are cited by their own titles`, () => {
    const outside = new Set([
      'openFDA drug/ndc records',
      'the same label as drugcentral.org reprints it',
    ]);
    for (const record of CATALOGUE) {
      const product = published().find((each) => each.product_ndc === record.productNdc);
      if (product === undefined) continue;
      const titles = [...product._source, product._dea_schedule_source ?? ''].join('\n');
      for (const { title } of record.sources.filter((source) => !outside.has(source.title))) {
        expect(titles).toContain(title);
      }
    }
  });

  it(`lack exactly three of the products`, () => {
    const known = new Set(published().map((each) => each.product_ndc));
    const lacking = CATALOGUE.filter((each) => !known.has(each.productNdc));
    expect(lacking.map((each) => each.productNdc)).toEqual([
      '25021-684',
      '65219-186',
      '71872-7296',
    ]);
  });

  it(`hold no code and no strength that cannot be read`, () => {
    for (const product of published()) {
      for (const { package_ndc: text } of product.packaging) {
        const reading = readNdc(text);
        expect([text, reading.kind]).toEqual([text, 'read']);
      }
      for (const { strength } of product.active_ingredients ?? []) {
        const isMassPerMass = strength === undefined || /(?:\/g|\/kg)$/.test(strength);
        if (!isMassPerMass)
          expect([strength, typeof parseStrength(strength)]).toEqual([strength, 'bigint']);
      }
    }
  });

  it(`hold no two packages that compare equal`, () => {
    const seen = new Map<string, string>();
    for (const { package_ndc: text } of published().flatMap((each) => each.packaging)) {
      const reading = readNdc(text);
      if (reading.kind !== 'read') throw new Error(text);
      const key = Object.values(reading.ndc).join('-');
      expect([text, seen.get(key) ?? text]).toEqual([text, text]);
      seen.set(key, text);
    }
    expect(seen.size).toBeGreaterThan(200);
    expect(findPackage({ labeler: 1, product: 1, package: 1 })).toBeUndefined();
  });
});
