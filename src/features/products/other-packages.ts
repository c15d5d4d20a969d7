/**
 * What a clinic may hold beside ketamine, and what it may not hold as stock for people: an animal
 * drug and a bulk substance are here so that scanning one is answered with the reason. Facts of FDA
 * lists and labels, restated.
 */

import type { CatalogueRecord } from './catalogue-record.js';
import { NAMES, SUBSTANCE_SCHEDULE, mL, shortageEndpoint } from './catalogue-source.js';

const MIDAZOLAM = {
  labeler: 'Hospira, Inc.',
  proprietaryName: 'MIDAZOLAM',
  nonproprietaryName: 'MIDAZOLAM HYDROCHLORIDE',
  substance: 'MIDAZOLAM HYDROCHLORIDE',
  schedule: 'IV',
  scheduleShownFor: 'substance',
  dosageForm: 'INJECTION',
  productType: 'human',
} as const;

export const OTHER_PACKAGES: readonly CatalogueRecord[] = [
  {
    ...MIDAZOLAM,
    productNdc: '0409-2587',
    ndcs: [{ ndc: '0409-2587-05', on: 'unstated' }],
    strength: '1 mg/mL',
    size: mL('10.000'),
    sources: [shortageEndpoint('size'), SUBSTANCE_SCHEDULE],
  },
  {
    ...MIDAZOLAM,
    productNdc: '0409-2305',
    ndcs: [{ ndc: '0409-2305-17', on: 'unstated' }],
    strength: '1 mg/mL',
    size: mL('2.000'),
    preservative: 'none',
    sources: [shortageEndpoint('size', 'preservative'), SUBSTANCE_SCHEDULE],
  },
  {
    productNdc: '63323-806',
    ndcs: [
      { ndc: '63323-806-12', on: 'container' },
      { ndc: '63323-806-02', on: 'carton' },
    ],
    labeler: 'Fresenius Kabi USA, LLC',
    proprietaryName: 'FENTANYL CITRATE',
    nonproprietaryName: 'FENTANYL CITRATE',
    substance: 'FENTANYL CITRATE',
    schedule: 'II',
    scheduleShownFor: 'substance',
    strength: '.05 mg/1 mL',
    dosageForm: 'INJECTION',
    size: mL('2.000'),
    containersPerCarton: 25,
    containerType: 'vial',
    doseType: 'single-dose',
    preservative: 'none',
    productType: 'human',
    sources: [
      shortageEndpoint('preservative'),
      {
        title:
          'openFDA drug/ndc packaging descriptions as joined to the shortage list on 2026-02-09',
        date: '2026-02-09',
        shows: ['ndcs', 'size', 'containersPerCarton', 'containerType', 'doseType'],
      },
      SUBSTANCE_SCHEDULE,
    ],
  },
  {
    productNdc: '50458-028',
    ndcs: [
      { ndc: '50458-028-00', on: 'unstated' },
      { ndc: '50458-028-02', on: 'unstated' },
      { ndc: '50458-028-03', on: 'unstated' },
    ],
    labeler: 'Janssen Pharmaceuticals Inc.',
    proprietaryName: 'SPRAVATO',
    nonproprietaryName: 'esketamine hydrochloride',
    substance: 'ESKETAMINE HYDROCHLORIDE',
    schedule: 'III',
    scheduleShownFor: 'product',
    strength: '28 mg/device',
    dosageForm: 'SOLUTION',
    containerType: 'device',
    productType: 'human',
    sources: [
      {
        title: 'DailyMed search page for Esketamine, label updated 2025-01-27',
        date: '2025-01-27',
        shows: ['ndcs', 'labeler', ...NAMES, 'schedule', 'dosageForm', 'productType'],
      },
      { title: 'prescribing information (strength)', shows: ['strength', 'containerType'] },
    ],
  },
  {
    productNdc: '59399-114',
    ndcs: [{ ndc: '59399-114-10', on: 'both' }],
    labeler: 'Akorn, Inc.',
    proprietaryName: 'VETAKET',
    nonproprietaryName: 'ketamine hydrochloride',
    substance: 'KETAMINE',
    schedule: 'III',
    scheduleShownFor: 'product',
    strength: '100 mg/mL',
    dosageForm: 'INJECTION, SOLUTION',
    size: mL('10.000'),
    containersPerCarton: 25,
    productType: 'veterinary',
    sources: [
      {
        title: 'VetaKet label (Akorn Animal Health, VE00N Rev. 09/15)',
        date: '2015-09',
        shows: [
          'ndcs',
          'labeler',
          ...NAMES,
          'schedule',
          'strength',
          'dosageForm',
          'size',
          'containersPerCarton',
          'productType',
        ],
      },
    ],
  },
  {
    productNdc: '62991-1087',
    ndcs: [{ ndc: '62991-1087-1', on: 'container' }],
    labeler: 'LETCO MEDICAL, LLC',
    nonproprietaryName: 'Ketamine Hydrochloride',
    substance: 'KETAMINE HYDROCHLORIDE',
    schedule: 'III',
    scheduleShownFor: 'product',
    strength: '1 g/g',
    dosageForm: 'POWDER',
    size: { value: '25.000', unit: 'g' },
    containerType: 'jar',
    productType: 'bulk',
    sources: [
      {
        title: 'FDA NDC unfinished drugs database, 2018-06-25',
        date: '2018-06-25',
        shows: [
          'ndcs',
          'labeler',
          'nonproprietaryName',
          'substance',
          'schedule',
          'strength',
          'dosageForm',
          'size',
          'containerType',
          'productType',
        ],
      },
    ],
  },
];
