/** Ketamine for people: what FDA lists and labels show, restated. */

import type { CatalogueRecord, Fact, Source } from './catalogue-record.js';
import { NAMES, SUBSTANCE_SCHEDULE, mL, shortageEndpoint } from './catalogue-source.js';

const shortageList = (...shows: readonly Fact[]): Source => ({
  title: 'FDA drug shortage list (CSV export), April 2023',
  date: '2023-04',
  shows: ['labeler', 'nonproprietaryName', 'substance', 'strength', 'dosageForm', 'size', ...shows],
});

const listing = (...shows: readonly Fact[]): Source => ({
  title: 'openFDA drug/ndc records',
  date: '2026-09/2026-10',
  shows: ['ndcs', ...shows],
});

/** What the listing shows of the packages that only it shows. */
const LISTED: readonly Fact[] = [
  'labeler',
  'substance',
  'strength',
  'size',
  'containersPerCarton',
  'containerType',
];

const HOSPIRA = 'Hospira, Inc., a Pfizer company';
const HIKMA = 'Hikma Pharmaceuticals USA, Inc. (formerly West-Ward)';
const EUGIA = 'Eugia Pharma Specialties LTD. (formerly Aurobindo)';
const PAR = 'Par Pharmaceutical';

/** What every ketamine record of the 2023 list has in common. */
const KETAMINE_2023 = {
  nonproprietaryName: 'Ketamine Injection',
  substance: 'KETAMINE',
  schedule: 'III',
  scheduleShownFor: 'substance',
  dosageForm: 'INJECTION',
} as const;

const KETAMINE_LISTED = {
  substance: 'KETAMINE HYDROCHLORIDE',
  schedule: 'III',
  scheduleShownFor: 'substance',
} as const;

export const KETAMINE_PACKAGES: readonly CatalogueRecord[] = [
  {
    ...KETAMINE_2023,
    productNdc: '0409-2051',
    ndcs: [
      { ndc: '0409-2051-15', on: 'container' },
      { ndc: '0409-2051-05', on: 'carton' },
    ],
    labeler: HOSPIRA,
    strength: '100 mg/mL',
    size: mL('5.000'),
    containersPerCarton: 10,
    containerType: 'vial',
    doseType: 'multiple-dose',
    sources: [
      shortageList('containerType', 'doseType'),
      listing('containersPerCarton'),
      SUBSTANCE_SCHEDULE,
    ],
  },
  {
    ...KETAMINE_2023,
    productNdc: '0409-2053',
    ndcs: [{ ndc: '0409-2053-10', on: 'unstated' }],
    labeler: HOSPIRA,
    strength: '50 mg/mL',
    size: mL('10.000'),
    containerType: 'vial',
    doseType: 'multiple-dose',
    sources: [shortageList('ndcs', 'containerType', 'doseType'), SUBSTANCE_SCHEDULE],
  },
  {
    ...KETAMINE_LISTED,
    productNdc: '0409-0040',
    ndcs: [{ ndc: '0409-0040-10', on: 'unstated' }],
    labeler: 'Hospira, Inc.',
    proprietaryName: 'KETAMINE HYDROCHLORIDE',
    nonproprietaryName: 'KETAMINE HYDROCHLORIDE',
    strength: '100 mg/mL',
    dosageForm: 'INJECTION',
    size: mL('5.000'),
    containerType: 'vial',
    doseType: 'multiple-dose',
    productType: 'human',
    sources: [shortageEndpoint('size', 'containerType', 'doseType'), SUBSTANCE_SCHEDULE],
  },
  {
    ...KETAMINE_2023,
    productNdc: '0143-9508',
    ndcs: [{ ndc: '0143-9508-10', on: 'unstated' }],
    labeler: HIKMA,
    strength: '50 mg/mL',
    size: mL('10.000'),
    containerType: 'vial',
    sources: [shortageList('ndcs', 'containerType'), SUBSTANCE_SCHEDULE],
  },
  {
    ...KETAMINE_2023,
    productNdc: '0143-9509',
    ndcs: [{ ndc: '0143-9509-10', on: 'unstated' }],
    labeler: HIKMA,
    strength: '100 mg/mL',
    size: mL('5.000'),
    containerType: 'vial',
    sources: [shortageList('ndcs', 'containerType'), SUBSTANCE_SCHEDULE],
  },
  {
    ...KETAMINE_2023,
    productNdc: '55150-438',
    ndcs: [{ ndc: '55150-438-10', on: 'carton' }],
    labeler: EUGIA,
    strength: '200 mg / 20 mL',
    size: mL('20.000'),
    containersPerCarton: 10,
    containerType: 'vial',
    doseType: 'multiple-dose',
    sources: [
      shortageList(),
      listing('containersPerCarton', 'containerType', 'doseType'),
      SUBSTANCE_SCHEDULE,
    ],
  },
  {
    ...KETAMINE_2023,
    productNdc: '55150-439',
    ndcs: [{ ndc: '55150-439-10', on: 'unstated' }],
    labeler: EUGIA,
    strength: '500 mg / 10 mL',
    size: mL('10.000'),
    sources: [shortageList('ndcs'), SUBSTANCE_SCHEDULE],
  },
  {
    ...KETAMINE_2023,
    productNdc: '55150-440',
    ndcs: [{ ndc: '55150-440-10', on: 'unstated' }],
    labeler: EUGIA,
    strength: '1000 mg / 10 mL',
    size: mL('10.000'),
    sources: [shortageList('ndcs'), SUBSTANCE_SCHEDULE],
  },
  {
    ...KETAMINE_2023,
    productNdc: '42023-113',
    ndcs: [{ ndc: '42023-113-10', on: 'carton' }],
    labeler: PAR,
    strength: '10 mg/mL',
    size: mL('20.000'),
    containersPerCarton: 10,
    containerType: 'vial',
    doseType: 'multiple-dose',
    sources: [
      shortageList('containerType', 'doseType'),
      listing('containersPerCarton'),
      SUBSTANCE_SCHEDULE,
    ],
  },
  {
    ...KETAMINE_2023,
    productNdc: '42023-114',
    ndcs: [{ ndc: '42023-114-10', on: 'unstated' }],
    labeler: PAR,
    strength: '50 mg/mL',
    size: mL('10.000'),
    containerType: 'vial',
    doseType: 'multiple-dose',
    sources: [shortageList('ndcs', 'containerType', 'doseType'), SUBSTANCE_SCHEDULE],
  },
  {
    ...KETAMINE_2023,
    productNdc: '42023-115',
    ndcs: [{ ndc: '42023-115-10', on: 'unstated' }],
    labeler: PAR,
    strength: '100 mg/mL',
    size: mL('5.000'),
    containerType: 'vial',
    doseType: 'multiple-dose',
    sources: [shortageList('ndcs', 'containerType', 'doseType'), SUBSTANCE_SCHEDULE],
  },
  {
    ...KETAMINE_LISTED,
    productNdc: '25021-684',
    ndcs: [{ ndc: '25021-684-05', on: 'carton' }],
    labeler: 'Sagent',
    strength: '100 mg/mL',
    size: mL('5.000'),
    containersPerCarton: 10,
    containerType: 'vial',
    sources: [listing(...LISTED), SUBSTANCE_SCHEDULE],
  },
  {
    ...KETAMINE_LISTED,
    productNdc: '65219-186',
    ndcs: [
      { ndc: '65219-186-01', on: 'container' },
      { ndc: '65219-186-05', on: 'carton' },
    ],
    labeler: 'Fresenius Kabi',
    strength: '100 mg/mL',
    size: mL('5.000'),
    containersPerCarton: 10,
    containerType: 'vial',
    sources: [listing(...LISTED), SUBSTANCE_SCHEDULE],
  },
  {
    ...KETAMINE_LISTED,
    productNdc: '71872-7296',
    ndcs: [{ ndc: '71872-7296-1', on: 'carton' }],
    labeler: 'Medical Purchasing Solutions',
    strength: '100 mg/mL',
    size: mL('5.000'),
    containersPerCarton: 1,
    containerType: 'vial',
    doseType: 'multiple-dose',
    sources: [listing(...LISTED, 'doseType'), SUBSTANCE_SCHEDULE],
  },
  {
    productNdc: '72572-321',
    ndcs: [
      { ndc: '72572-321-01', on: 'container' },
      { ndc: '72572-321-10', on: 'carton' },
    ],
    labeler: 'Civica',
    nonproprietaryName: 'Ketamine Hydrochloride Inj., USP',
    substance: 'KETAMINE HYDROCHLORIDE',
    schedule: 'III',
    scheduleShownFor: 'product',
    strength: '100 mg/mL',
    size: mL('5.000'),
    containersPerCarton: 10,
    containerType: 'vial',
    doseType: 'multiple-dose',
    sources: [
      {
        title: 'label 58c86d9b-8694-4bd8-8254-f19ee3ad60b0, principal display panel',
        shows: [
          'ndcs',
          'nonproprietaryName',
          'substance',
          'schedule',
          'strength',
          'size',
          'containersPerCarton',
          'containerType',
          'doseType',
        ],
      },
      { title: 'the same label as drugcentral.org reprints it', shows: ['labeler'] },
    ],
  },
  {
    productNdc: '67457-108',
    ndcs: [
      { ndc: '67457-108-00', on: 'container' },
      { ndc: '67457-108-10', on: 'carton' },
    ],
    labeler: 'Mylan Institutional LLC',
    proprietaryName: 'Ketamine Hydrochloride',
    nonproprietaryName: 'Ketamine Hydrochloride',
    substance: 'KETAMINE HYDROCHLORIDE',
    schedule: 'III',
    scheduleShownFor: 'product',
    strength: '100 mg/mL',
    dosageForm: 'INJECTION, SOLUTION',
    productType: 'human',
    sources: [
      {
        title:
          'DailyMed label page id 97511 (NDC codes, packager, schedule, marketing status); ' +
          'label 505dc937-694d-4a3a-befa-aae20071b4c7 (application number)',
        shows: ['ndcs', 'labeler', 'schedule'],
      },
      {
        title: 'NDC listing 67457-108 as reprinted by pharmacygps.com',
        shows: [...NAMES, 'strength', 'dosageForm', 'productType'],
      },
    ],
  },
];
