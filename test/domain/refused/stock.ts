/** Refusals of setting up, of people and policies, and of stock until it is drawn. */
import { asId } from '../../../src/domain/ids.js';
import { businessDate, plus } from '../../../src/domain/measures/instant.js';
import { HOUSE_POLICY } from '../../../src/domain/policy.js';
import type {
  GrantRequest,
  MoveRequest,
  PersonRequest,
  PolicyRequest,
  ProductRequest,
  ReceiptRequest,
  SupplierRequest,
  WeighingRequest,
} from '../../../src/domain/request.js';
import { readClinic } from '../../support/scenario-cast.js';
import { accepted } from '../../support/scenario-pure.js';
import { inventoryOf, mL, receiptOf, sealedLine, Story } from '../story.js';
import type { Asked } from '../story.js';
import type { RefusedStories } from './refused-stories.js';

const PRODUCT = readClinic().products[0]?.facts ?? null;
const approval = (changes: Partial<ProductRequest>): Asked<ProductRequest> => ({
  kind: 'product',
  act: 'approved',
  product: null,
  facts: PRODUCT,
  productType: 'human',
  ...changes,
});
const SUPPLIER = {
  name: 'Bluff Distribution',
  address: '1 Bluff Road',
  deaNumber: 'RB1234563',
  registrationExpires: businessDate('2027-12-31'),
} as const;
const supplier = (changes: Partial<SupplierRequest>): Asked<SupplierRequest> => ({
  kind: 'supplier',
  act: 'added',
  supplier: null,
  facts: SUPPLIER,
  ...changes,
});

export const STOCK_STORIES: RefusedStories = {
  'ledger.not-opened': () => {
    const story = new Story();
    return story.askOrganisation<GrantRequest>('Adam Reyes', {
      kind: 'grant',
      person: story.person('Nina Cole'),
      site: asId('elsewhere001'),
      roles: ['clinician'],
      until: null,
    });
  },
  'inventory.needed-first': () => {
    const story = new Story();
    return story.ask('Paul Ode', receiptOf(story));
  },
  'inventory.initial-with-previous': () => {
    const story = new Story();
    const previous = { date: businessDate('2025-06-30'), file: null };
    return story.ask('Rita Vance', inventoryOf({ previous }, story.now));
  },
  'inventory.ends-before-start': () => {
    const story = new Story();
    const startedAt = plus(story.now, { minutes: 1 });
    return story.ask('Rita Vance', inventoryOf({ startedAt }, story.now));
  },
  'inventory.open-exceeds-container': () => {
    const story = new Story();
    const line = sealedLine(story.product('ketamine 50'));
    const opened = { openedAt: story.now, beyondUseAt: story.now, method: 'exact' } as const;
    const open = [{ ...line, ...opened, quantity: mL('11.001') }];
    return story.ask('Rita Vance', inventoryOf({ open }, story.now));
  },
  'inventory.too-many': () => {
    const story = new Story();
    const sealed = [sealedLine(story.product('ketamine 50'), 151)];
    return story.ask('Rita Vance', inventoryOf({ sealed }, story.now));
  },
  'departure.nothing': () => {
    const story = new Story();
    const asked: Asked<MoveRequest> = { kind: 'move', containers: [], to: asId('cart') };
    return story.ask('Paul Ode', asked);
  },
  'weighing.not-a-liquid': () => {
    const story = new Story();
    if (PRODUCT === null) throw new Error('the clinic has no product');
    const facts = { ...PRODUCT, ndc: '99999-104-01', unit: 'each', size: mL('1') } as const;
    const { entry } = accepted(story.askOrganisation('Adam Reyes', approval({ facts })));
    const sealed = [sealedLine(asId(`product-${entry.seq}`))];
    const signatures = [story.sign('Paul Ode', 'counted', ['count'])];
    accepted(story.ask('Rita Vance', inventoryOf({ sealed }, story.now), { signatures }));
    const asked: Asked<WeighingRequest> = {
      kind: 'weighing',
      container: asId('1-1'),
      gross: 2,
      tare: 1,
      density: 1000,
      grossUncertainty: 0,
      tareUncertainty: 0,
      densityUncertainty: 0,
    };
    return story.ask('Nina Cole', asked);
  },
  'inventory.needs-second-counter': () => {
    const story = new Story();
    return story.ask('Rita Vance', inventoryOf({}, story.now));
  },
  'product.unknown': () => {
    const story = new Story();
    return story.ask('Paul Ode', receiptOf(story, { product: asId('product-999') }));
  },
  'product.withdrawn': () => {
    const story = new Story();
    story.stock();
    const product = story.product('ketamine 50');
    accepted(story.askOrganisation('Adam Reyes', approval({ act: 'withdrawn', product })));
    return story.ask('Paul Ode', receiptOf(story));
  },
  'product.not-for-humans': () =>
    new Story().askOrganisation('Adam Reyes', approval({ productType: 'veterinary' })),
  'product.named-otherwise': () => {
    if (PRODUCT === null) throw new Error('the clinic has no product');
    const facts = { ...PRODUCT, ndc: '99999-105-01', substance: 'Ketamine hydrochloride' };
    return new Story().askOrganisation('Adam Reyes', approval({ facts }));
  },
  'product.already-approved': () => new Story().askOrganisation('Adam Reyes', approval({})),
  'supplier.unknown': () => {
    const story = new Story();
    const asked: Asked<ReceiptRequest> = { ...receiptOf(story), supplier: asId('supplier-999') };
    return story.ask('Paul Ode', asked);
  },
  'supplier.withdrawn': () => {
    const story = new Story();
    story.stock();
    const [id] = story.clinic.suppliers.values();
    const change = supplier({ act: 'withdrawn', supplier: id ?? null });
    accepted(story.askOrganisation('Adam Reyes', change));
    return story.ask('Paul Ode', receiptOf(story));
  },
  'registration.dea-number-invalid': () =>
    new Story().askOrganisation(
      'Adam Reyes',
      supplier({ facts: { ...SUPPLIER, deaNumber: 'RB1234564' } }),
    ),
  'registration.dea-letter-unusual': () =>
    new Story().askOrganisation(
      'Adam Reyes',
      supplier({ facts: { ...SUPPLIER, deaNumber: 'IB1234563' } }),
    ),
  'receipt.too-many': () => {
    const story = new Story();
    return story.ask('Paul Ode', receiptOf(story, { counted: 151, invoiced: 151, ordered: 151 }));
  },
  'person.unknown': () =>
    new Story().askOrganisation<PersonRequest>('Adam Reyes', {
      kind: 'person',
      act: 'renamed',
      person: asId('person-999'),
      licenseClass: 'RN',
    }),
  'person.disabled': () => {
    const story = new Story();
    const disabling: Asked<PersonRequest> = {
      kind: 'person',
      act: 'disabled',
      person: story.person('Nina Cole'),
      licenseClass: 'RN',
    };
    accepted(story.askOrganisation('Adam Reyes', disabling));
    return story.askOrganisation('Adam Reyes', disabling);
  },
  'policy.schedule-impossible': () => {
    const story = new Story();
    const schedule = {
      location: asId('safe'),
      type: 'shift',
      every: 'shift',
      weekdays: [],
    } as const;
    const settings = { ...HOUSE_POLICY, countSchedules: [{ ...schedule, shifts: [] }] };
    const asked = { kind: 'policy', effectiveFrom: story.now, settings } as const;
    return story.ask<PolicyRequest>('Rita Vance', asked);
  },
};
