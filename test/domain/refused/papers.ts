/** Refusals of what is signed about lines afterwards. */
import type { ReviewRequest } from '../../../src/domain/days/day.js';
import { asId } from '../../../src/domain/ids.js';
import type { DisclosureRequest, ReportIssuedRequest } from '../../../src/domain/issued-report.js';
import { businessDate } from '../../../src/domain/measures/instant.js';
import { ZERO } from '../../../src/domain/measures/quantity.js';
import type {
  ReconciledFigures,
  ReconciliationRequest,
} from '../../../src/domain/reconciliation/reconciled-period.js';
import type { CorrectionRequest, CountersignRequest } from '../../../src/domain/request.js';
import { accepted } from '../../support/scenario-pure.js';
import { drawnStory, mL, Story, ISSUE } from '../story.js';
import type { Asked } from '../story.js';
import type { RefusedStories } from './refused-stories.js';

const DISCLOSURE: Asked<DisclosureRequest> = {
  kind: 'disclosure',
  reports: [],
  to: 'court',
  organisation: 'County court',
  manner: 'paper',
  reference: null,
};

export const PAPER_STORIES: RefusedStories = {
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
  'countersign.leaf-mismatch': () => {
    const { story } = drawnStory();
    return story.ask<CountersignRequest>('Paul Ode', {
      kind: 'countersign',
      line: 1,
      leaf: asId('another hash'),
      seen: ['papers'],
    });
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
