/** Refusals of orders, draws and what becomes of them. */
import { asId } from '../../../src/domain/ids.js';
import type { ContainerId, DrawId } from '../../../src/domain/ids.js';
import { plus } from '../../../src/domain/measures/instant.js';
import type {
  DrawRequest,
  HandOffRequest,
  HoldRequest,
  InfusionOrderRequest,
  PreparationRequest,
  ReleaseHoldRequest,
  ReturnToStockRequest,
} from '../../../src/domain/request.js';
import { accepted } from '../../support/scenario-pure.js';
import { drawnStory, drawOf, givingOf, mL, orderOf, receiptOf, Story, wasteOf } from '../story.js';
import type { Asked } from '../story.js';
import type { RefusedStories } from './refused-stories.js';

export const BEDSIDE_STORIES: RefusedStories = {
  'entry.reauthentication-needed': () => {
    const { story, order, draw } = drawnStory();
    const provedAt = plus(story.now, { minutes: -11 });
    return story.ask('Nina Cole', givingOf(order, [[draw, '0.700']]), { provedAt });
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
};

const sealing = (draw: DrawId): Asked<HoldRequest> => ({
  kind: 'hold',
  bag: asId('T-1'),
  location: asId('safe'),
  lines: [{ draw, quantity: mL('0.1') }],
  preparation: null,
  why: 'dose-remainder',
});
