import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { asId } from '../../src/domain/ids.js';
import type { ContainerId, DrawId } from '../../src/domain/ids.js';
import { businessDate, plus } from '../../src/domain/measures/instant.js';
import { HOUSE_POLICY } from '../../src/domain/policy.js';
import { ZERO } from '../../src/domain/measures/quantity.js';
import type { DisclosureRequest, ReportIssuedRequest } from '../../src/domain/issued-report.js';
import { REFUSALS } from '../../src/domain/rejection.js';
import type { RejectionCode } from '../../src/domain/rejection.js';
import type {
  ReconciledFigures,
  ReconciliationRequest,
} from '../../src/domain/reconciliation/reconciled-period.js';
import type { ReviewRequest } from '../../src/domain/days/day.js';
import type {
  CorrectionRequest,
  CountersignRequest,
  DrawRequest,
  GrantRequest,
  MoveRequest,
  HandOffRequest,
  HoldRequest,
  InfusionOrderRequest,
  PersonRequest,
  PolicyRequest,
  PreparationRequest,
  ProductRequest,
  ReceiptRequest,
  ReleaseHoldRequest,
  ReturnToStockRequest,
  SupplierRequest,
  WeighingRequest,
} from '../../src/domain/request.js';
import { readClinic } from '../support/scenario-cast.js';
import type { Submitted } from '../support/pure-register.js';
import { accepted } from '../support/scenario-pure.js';
import {
  drawnStory,
  drawOf,
  givingOf,
  inventoryOf,
  mL,
  orderOf,
  receiptOf,
  sealedLine,
  Story,
  wasteOf,
  ISSUE,
} from './story.js';
import type { Asked } from './story.js';

/** Codes that no story here gives, and who does. */
const PRODUCED_ELSEWHERE = {
  'ledger.already-opened': 'the writer, which knows whether a ledger has a line 0',
  'signature.unknown': 'the door, which looks up the challenge that a second person signed',
  'file.unknown': 'the door, which knows what was uploaded',
  'filing.leaf-mismatch': 'the door, in counts-due.spec.ts over HTTP',
  'inventory.asserts-only': 'the rules, in inventory.spec.ts',
  'inventory.reasons-disagree': 'the rules, in inventory.spec.ts',
  'inventory.lines-missing': 'the rules, in inventory.spec.ts',
  'inventory.line-unfit': 'the rules, in inventory.spec.ts',
  'inventory.needs-closing': 'the rules, in inventory.spec.ts',
  'inventory.not-in-quarters': 'the rules, in inventory.spec.ts',
  'inventory.relocation-differs': 'the rules, in inventory.spec.ts',
  'clock.simulated-mismatch': 'the writer, which knows the clock that the service runs on',
  'reconciliation.figures-disagree': 'the door, which draws the chart that somebody signs',
} as const satisfies Partial<Record<RejectionCode, string>>;

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

const DISCLOSURE: Asked<DisclosureRequest> = {
  kind: 'disclosure',
  reports: [],
  to: 'court',
  organisation: 'County court',
  manner: 'paper',
  reference: null,
};

/** A story for each refusal that no scenario tells. */
const STORIES: Partial<Record<RejectionCode, () => Submitted>> = {
  'entry.reauthentication-needed': () => {
    const { story, order, draw } = drawnStory();
    const provedAt = plus(story.now, { minutes: -11 });
    return story.ask('Nina Cole', givingOf(order, [[draw, '0.700']]), { provedAt });
  },
  'report.ends-before-start': () => {
    const issue = { ...ISSUE, to: businessDate('2026-02-28') };
    return new Story().ask<ReportIssuedRequest>('Paul Ode', issue);
  },
  'report.beyond-ledger': () =>
    new Story().ask<ReportIssuedRequest>('Paul Ode', { ...ISSUE, size: 999 }),
  'disclosure.nothing-named': () => new Story().ask('Paul Ode', DISCLOSURE),
  'disclosure.not-issued': () =>
    new Story().ask<DisclosureRequest>('Paul Ode', { ...DISCLOSURE, reports: [1, 999] }),
  'disclosure.nobody-named': () => {
    const story = new Story();
    const { entry } = accepted(story.ask('Paul Ode', ISSUE));
    return story.ask<DisclosureRequest>('Paul Ode', {
      ...DISCLOSURE,
      reports: [entry.seq],
      organisation: null,
    });
  },
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
  'order.item-unknown': () => {
    const { story } = drawnStory();
    const item = asId('morphine 10 mg/mL injection, 1 mL');
    return story.ask<InfusionOrderRequest>('Nina Cole', { ...orderOf('35', 'Bea', story), item });
  },
  'draw.stated-elsewhere': () => {
    const { story, vial, order } = drawnStory();
    const elsewhere: ContainerId = asId('9-9');
    return story.ask<DrawRequest>('Nina Cole', {
      ...drawOf(order, [[vial, '0.1']]),
      stated: [{ container: elsewhere, lot: 'K1', syringe: null }],
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
  'draw.not-positive': () => {
    const { story, order, vial } = drawnStory();
    return story.ask('Nina Cole', drawOf(order, [[vial, '0']]));
  },
  'draw.same-container-twice': () => {
    const { story, order, vial } = drawnStory();
    return story.ask(
      'Nina Cole',
      drawOf(order, [
        [vial, '0.1'],
        [vial, '0.1'],
      ]),
    );
  },
  'draw.before-receipt': () => {
    const story = new Story();
    story.stock();
    const signatures = [story.sign('Nina Cole', 'verified', ['container'])];
    const { entry } = accepted(story.ask('Paul Ode', receiptOf(story), { signatures }));
    const occurredAt = plus(story.now, { minutes: -5 });
    const asked = drawOf(story.order('35'), [[asId(`${entry.seq}-1`), '0.700']]);
    return story.ask('Nina Cole', { ...asked, occurredAt });
  },
  'draw.named-twice': () => {
    const { story, order, draw } = drawnStory();
    return story.ask(
      'Nina Cole',
      givingOf(order, [
        [draw, '0.4'],
        [draw, '0.4'],
      ]),
    );
  },
  'preparation.nothing-to-prepare': () => {
    const { story, order } = drawnStory();
    return story.ask<PreparationRequest>('Nina Cole', {
      kind: 'preparation',
      order,
      draws: [],
      vessel: 'bag',
      diluent: '0.9 % sodium chloride',
      totalVolume: mL('100'),
      volumeIs: 'stated',
    });
  },
  'administration.nothing': () => {
    const { story, order } = drawnStory();
    return story.ask('Nina Cole', givingOf(order, [], 'not-given'));
  },
  'administration.not-given-has-volume': () => {
    const { story, order, draw } = drawnStory();
    return story.ask('Nina Cole', givingOf(order, [[draw, '0.1']], 'not-given'));
  },
  'waste.exceeds-in-process': () => {
    const { story, draw } = drawnStory();
    return story.ask('Nina Cole', wasteOf([[draw, '0.701']]));
  },
  'release-hold.manner-missing': () => {
    const { story, draw } = drawnStory();
    accepted(story.ask('Nina Cole', sealing(draw)));
    return story.ask<ReleaseHoldRequest>('Nina Cole', {
      kind: 'release-hold',
      bag: asId('T-1'),
      end: 'wasted',
      seal: 'intact',
      found: null,
      manner: null,
    });
  },
  // A door takes each container once: only the rules can be asked so.
  'return-to-stock.named-twice': () => {
    const { story, vial } = drawnStory();
    return story.ask<ReturnToStockRequest>('Nina Cole', {
      kind: 'return-to-stock',
      containers: [vial, vial],
      location: asId('safe'),
    });
  },
  'hand-off.nothing': () => {
    const { story } = drawnStory();
    const to = story.person('Omar Diaz');
    const asked = { kind: 'hand-off', draws: [], preparation: null, to } as const;
    const signatures = [story.sign('Omar Diaz', 'received', ['draw'])];
    return story.ask<HandOffRequest>('Nina Cole', asked, { signatures });
  },
  'witness.late': () => {
    const { story, draw } = drawnStory();
    story.later(20);
    const occurredAt = plus(story.now, { minutes: -16 });
    const signatures = [story.sign('Omar Diaz')];
    return story.ask('Nina Cole', { ...wasteOf([[draw, '0.1']]), occurredAt }, { signatures });
  },
  'countersign.leaf-mismatch': () => {
    const { story } = drawnStory();
    return story.ask<CountersignRequest>('Paul Ode', {
      kind: 'countersign',
      line: 1,
      leaf: asId('another hash'),
      seen: ['papers'],
    });
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
  'reconciliation.item-unknown': () => {
    const story = new Story();
    const [point, figures] = [
      { lines: [1], onHand: ZERO, inProcess: ZERO, held: ZERO },
      NO_FIGURES,
    ];
    const ends = { beginning: point, closing: point, figures, by: 'event', knownAt: 1 } as const;
    const asked = { kind: 'reconciliation', item: asId('tea'), ...ends } as const;
    return story.ask<ReconciliationRequest>('Rita Vance', asked);
  },
  'review.leaf-mismatch': () => {
    const { story } = drawnStory();
    const range = { from: 1, to: 1, leaf: asId('another hash'), days: [] } as const;
    return story.ask<ReviewRequest>('Paul Ode', { kind: 'review', ...range });
  },
  'correction.line-unknown': () => {
    const { story, vial, draw } = drawnStory();
    return story.ask('Nina Cole', correction(story, 999, { vial, draw }));
  },
  'correction.lines-missing': () => {
    const { story, vial } = drawnStory();
    const line = Number(vial.split('-')[0]);
    const product = story.product('ketamine 100');
    const asked = correction(story, line, { vial, draw: asId('1-1') });
    const change = { type: 'product', containers: [vial], product, affected: [] } as const;
    return story.ask<CorrectionRequest>('Paul Ode', { ...asked, change });
  },
  'correction.leaf-mismatch': () => {
    const { story, vial, draw } = drawnStory();
    const asked = correction(story, 3, { vial, draw });
    return story.ask<CorrectionRequest>('Nina Cole', { ...asked, leaf: asId('another hash') });
  },
};

const sealing = (draw: DrawId): Asked<HoldRequest> => ({
  kind: 'hold',
  bag: asId('T-1'),
  location: asId('safe'),
  lines: [{ draw, quantity: mL('0.1') }],
  preparation: null,
  why: 'dose-remainder',
});
const NO_FIGURES: ReconciledFigures = {
  receipts: ZERO,
  transfersIn: ZERO,
  accountableFor: ZERO,
  administered: ZERO,
  handedOver: ZERO,
  wasted: ZERO,
  transferredOut: ZERO,
  destroyed: ZERO,
  lost: ZERO,
  accountedFor: ZERO,
  difference: ZERO,
  overfill: ZERO,
  hubLoss: ZERO,
  unexplained: ZERO,
};

function correction(
  story: Story,
  line: number,
  { vial, draw }: Pick<ReturnType<typeof drawnStory>, 'vial' | 'draw'>,
): Asked<CorrectionRequest> {
  return {
    kind: 'correction',
    line,
    original: line,
    leaf: story.clinic.site.leafHashOf(line),
    reason: 'mistake-noticed',
    change: { type: 'draw', draw, container: vial, quantity: mL('0.600') },
  };
}

describe('every refusal', () => {
  const codes = Object.keys(REFUSALS) as RejectionCode[];
  const told = refusedInScenarios();

  it.each(Object.entries(STORIES))('%s is given', (code, story) => {
    expect(story()).toMatchObject({ accepted: false, code });
  });

  it.each(codes)(
    '%s is given by a story here, by a scenario, or by somebody who is named',
    (code) => {
      const ways = [code in STORIES, told.has(code), code in PRODUCED_ELSEWHERE];
      expect(ways).toContain(true);
    },
  );

  it('that is given elsewhere is not given here', () => {
    for (const code of Object.keys(PRODUCED_ELSEWHERE))
      expect([code, code in STORIES || told.has(code)]).toEqual([code, false]);
  });

  it('that a scenario expects is on the published list', () => {
    expect([...told].filter((code) => !(code in REFUSALS))).toEqual([]);
  });

  it.each(Object.entries(REFUSALS))(
    '%s says what is the matter and what to do',
    (code, refusal) => {
      expect(code).toMatch(/^[a-z-]+\.[a-z-]+$/);
      expect(refusal.says).toMatch(/^[A-Z].*\.$/);
      expect(refusal.next).toMatch(/^[A-Z].*\.$/);
    },
  );
});

/** Codes behind "refused" in the scenarios, each of which passes only if the refusal is given. */
function refusedInScenarios(): ReadonlySet<string> {
  const folder = fileURLToPath(new URL('../scenarios/', import.meta.url));
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.ledger'))
    .map((file) => readFileSync(`${folder}${file}`, 'utf8').replace(/^#.*$/gm, ''));
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/-> refused (\S+?),?\s/g)].map(([, code = '']) => code),
    ),
  );
}
