import { describe, expect, it } from '@jest/globals';
import { RULES } from '../../src/domain/decide.js';
import { asId } from '../../src/domain/ids.js';
import type { ContainerId, DrawId, OrderId } from '../../src/domain/ids.js';
import { plus } from '../../src/domain/measures/instant.js';
import { RIGHTS, ROLES } from '../../src/domain/person.js';
import type { Role } from '../../src/domain/person.js';
import { HOUSE_POLICY } from '../../src/domain/policy.js';
import type {
  CorrectionRequest,
  CountersignRequest,
  DiscrepancyRequest,
  GrantRequest,
  PersonRequest,
  PreparationRequest,
} from '../../src/domain/request.js';
import { readClinic } from '../support/scenario-cast.js';
import { accepted } from '../support/scenario-pure.js';
import {
  closeOutOf,
  countOf,
  drawOf,
  drawnStory,
  givingOf,
  inventoryOf,
  mL,
  orderOf,
  receiptOf,
  Story,
  wasteOf,
  ISSUE,
} from './story.js';
import type { Asked } from './story.js';

const DISCREPANCY: Asked<DiscrepancyRequest> = {
  kind: 'discrepancy',
  act: 'noted',
  case: asId('999-1'),
  owner: null,
  due: null,
  cause: null,
  outcome: null,
  explainedBy: [],
  settle: [],
  found: [],
  nobodyUninvolved: false,
  files: [],
};

const preparation = (order: OrderId, draw: DrawId): Asked<PreparationRequest> => ({
  kind: 'preparation',
  order,
  draws: [draw],
  vessel: 'bag',
  diluent: '0.9 % sodium chloride',
  totalVolume: mL('100'),
  volumeIs: 'stated',
});

const correction = (
  story: Story,
  { vial, draw }: { readonly vial: ContainerId; readonly draw: DrawId },
): Asked<CorrectionRequest> => ({
  kind: 'correction',
  line: 3,
  original: 3,
  leaf: story.clinic.site.leafHashOf(3),
  change: { type: 'draw', draw, container: vial, quantity: mL('0.6') },
});

/** One request of every kind that people make at a site. */
function everyKind() {
  const { story, vial, order, draw } = drawnStory();
  const requests = [
    inventoryOf({}, story.now),
    receiptOf(story),
    orderOf('35', 'Bea', story),
    drawOf(order, [[vial, '0.1']]),
    givingOf(order, [[draw, '0.1']]),
    wasteOf([[draw, '0.1']]),
    closeOutOf(vial),
    countOf({}, story),
    { ...countOf({}, story), kind: 'recount' },
    {
      kind: 'hold',
      bag: asId('T-1'),
      location: asId('safe'),
      lines: [{ draw, quantity: mL('0.1') }],
      preparation: null,
      why: 'dose-remainder',
    },
    {
      kind: 'release-hold',
      bag: asId('T-1'),
      end: 'returned',
      seal: 'intact',
      found: null,
      manner: null,
    },
    { kind: 'hand-off', draws: [draw], preparation: null, to: story.person('Omar Diaz') },
    {
      kind: 'hand-over',
      order,
      cause: 'transferred',
      unit: 'ambulance',
      preparation: null,
      lines: [{ draw, quantity: mL('0.1') }],
    },
    { kind: 'return-to-stock', containers: [vial], location: asId('safe') },
    { kind: 'breakage', cause: 'dropped', lines: [{ container: vial, recovered: mL('0') }] },
    { kind: 'quarantine', containers: [vial], why: 'suspect' },
    { kind: 'release', containers: [vial] },
    { kind: 'move', containers: [vial], to: asId('cart') },
    {
      kind: 'disposal',
      way: 'destroyed-on-site',
      lines: [{ container: vial, measured: null }],
      method: 'incineration',
      recipient: null,
      manifest: null,
      file: null,
    },
    {
      kind: 'disposal-returned',
      line: 1,
      containers: [vial],
      location: asId('safe'),
      why: 'refused',
    },
    {
      kind: 'return-to-supplier',
      supplier: asId('supplier-1'),
      lines: [{ container: vial, measured: null }],
      why: 'recall',
      authorisation: null,
      file: null,
    },
    {
      kind: 'sample',
      by: 'authority',
      taker: 'Board',
      receipt: null,
      lines: [],
      drawn: [],
      file: null,
    },
    {
      kind: 'weighing',
      container: vial,
      gross: 1,
      tare: 1,
      density: 1000,
      grossUncertainty: 0,
      tareUncertainty: 0,
      densityUncertainty: 0,
    },
    preparation(order, draw),
    ISSUE,
    {
      kind: 'disclosure',
      reports: [1],
      to: 'court',
      organisation: 'County court',
      manner: 'paper',
      reference: null,
    },
    { kind: 'policy', effectiveFrom: story.now, settings: HOUSE_POLICY },
    correction(story, { vial, draw }),
    DISCREPANCY,
    { ...DISCREPANCY, act: 'closed' },
  ] as const;
  return { story, requests };
}

describe('the right to an act', () => {
  it('is asked of every kind but those that look themselves', () => {
    const without = Object.entries(RULES).filter(([, { right }]) => right === null);
    const kinds = without.map(([kind]) => kind).sort();
    expect(kinds).toEqual(['countersign', 'discrepancy', 'loss', 'opened']);
  });

  it.each(['Ines Kent', 'Wanda Finch', 'Adam Reyes'])(
    'is none for %s, who only reads, witnesses or administers',
    (who) => {
      const { story, requests } = everyKind();
      for (const asked of requests) {
        const submitted = story.ask(who, asked as unknown as Asked<DiscrepancyRequest>);
        const isAdministrator = who === 'Adam Reyes' && asked.kind === 'policy';
        if (!isAdministrator)
          expect([asked.kind, submitted]).toMatchObject([
            asked.kind,
            { code: 'entry.not-permitted' },
          ]);
      }
    },
  );

  it('to change master data is the administrator’s, and none of a clinician', () => {
    const story = new Story();
    const { site, products, suppliers } = readClinic();
    const facts = { product: products[0]?.facts ?? null, supplier: suppliers[0]?.facts };
    if (facts.supplier === undefined) throw new Error('no supplier');
    const person = story.person('Tess Lund');
    const requests = [
      { kind: 'site', site: asId('site00000002'), facts: site, premises: null },
      { kind: 'person', act: 'renamed', person, licenseClass: 'LPN' },
      { kind: 'grant', person, site: story.clinic.ledger, roles: [], until: null },
      {
        kind: 'product',
        act: 'approved',
        product: null,
        facts: facts.product,
        productType: 'human',
      },
      { kind: 'supplier', act: 'added', supplier: null, facts: facts.supplier },
    ] as const;
    for (const asked of requests) {
      // The list holds a whole request of each kind.
      const whole = asked as unknown as Asked<PersonRequest>;
      expect([asked.kind, story.askOrganisation('Nina Cole', whole)]).toMatchObject([
        asked.kind,
        { code: 'entry.not-permitted' },
      ]);
    }
  });

  it('ends at the moment at which access ends, and at once when it is taken away', () => {
    const { story, order, draw } = drawnStory();
    const nina: Asked<GrantRequest> = {
      kind: 'grant',
      person: story.person('Nina Cole'),
      site: story.clinic.ledger,
      roles: ['clinician'],
      until: plus(story.now, { minutes: 10 }),
    };
    accepted(story.askOrganisation('Adam Reyes', nina));
    story.later(9);
    accepted(story.ask('Nina Cole', givingOf(order, [[draw, '0.1']])));
    story.later(1);
    expect(story.ask('Nina Cole', givingOf(order, [[draw, '0.1']]))).toMatchObject({
      code: 'entry.not-permitted',
    });
    accepted(story.askOrganisation<GrantRequest>('Adam Reyes', { ...nina, until: null }));
    accepted(story.ask('Nina Cole', givingOf(order, [[draw, '0.1']])));
    const disabling: Asked<PersonRequest> = {
      kind: 'person',
      act: 'disabled',
      person: story.person('Nina Cole'),
      licenseClass: 'RN',
    };
    accepted(story.askOrganisation('Adam Reyes', disabling));
    expect(story.ask('Nina Cole', givingOf(order, [[draw, '0.1']]))).toMatchObject({
      code: 'entry.not-permitted',
    });
  });

  it('to witness is a grant of its own, which no other role implies', () => {
    const roles = Object.keys(ROLES) as Role[];
    const witnesses = roles.filter((role) =>
      (ROLES[role] as readonly string[]).includes('witness'),
    );
    expect(witnesses).toEqual(['witness']);
  });

  it('exists for some role, each of them', () => {
    const given = new Set<string>(Object.values(ROLES).flat());
    expect(RIGHTS.filter((right) => !given.has(right))).toEqual([]);
  });

  it('of the system ends with the first grant', () => {
    const story = new Story();
    const asked: Asked<PersonRequest> = {
      kind: 'person',
      act: 'added',
      person: null,
      licenseClass: 'RN',
    };
    expect(story.askOrganisation('system', asked)).toMatchObject({ code: 'entry.not-permitted' });
  });

  it('to settle what a line awaits depends on what it is: a witness cannot verify or approve', () => {
    const story = new Story();
    story.stock();
    const { entry } = accepted(story.ask('Paul Ode', receiptOf(story)));
    const asked: Asked<CountersignRequest> = {
      kind: 'countersign',
      line: entry.seq,
      leaf: story.clinic.site.leafHashOf(entry.seq),
      seen: ['container'],
    };
    expect(story.ask('Wanda Finch', asked)).toMatchObject({ code: 'entry.not-permitted' });
    expect(story.ask('Tess Lund', asked).accepted).toBe(true);
  });
});
