import { describe, expect, it } from '@jest/globals';
import { asId } from '../../src/domain/ids.js';
import { plus } from '../../src/domain/measures/instant.js';
import type { SiteRequest } from '../../src/domain/request.js';
import { readClinic } from '../support/scenario-cast.js';
import { drawnStory, drawOf, Story, wasteOf } from './story.js';
import type { Asked } from './story.js';

describe('the order of refusals', () => {
  it('puts the right before everything else', () => {
    const story = new Story();
    const asked = drawOf(asId('999'), []);
    expect(story.ask('Paul Ode', asked)).toMatchObject({ code: 'entry.not-permitted' });
  });

  it('puts what is not here before what is impossible, and that before rules of practice', () => {
    const { story, vial, order } = drawnStory();
    const lines = [
      [vial, '0'],
      [asId('999-1'), '0.7'],
    ] as const;
    expect(story.ask('Nina Cole', drawOf(asId('999'), lines))).toMatchObject({
      code: 'order.unknown',
    });
    expect(story.ask('Nina Cole', drawOf(order, lines))).toMatchObject({
      code: 'draw.not-positive',
    });
    expect(story.ask('Nina Cole', drawOf(order, [[asId('999-1'), '0.7']]))).toMatchObject({
      code: 'container.unknown',
    });
  });

  it('puts the time of the event before questions, and questions before rules of practice', () => {
    const { story, vial, order } = drawnStory();
    const asked = { ...drawOf(order, [[vial, '35']]), confirmed: [] };
    const occurredAt = plus(story.now, { minutes: 5 });
    expect(story.ask('Nina Cole', { ...asked, occurredAt })).toMatchObject({
      code: 'entry.in-future',
    });
    expect(story.ask('Nina Cole', asked)).toMatchObject({ code: 'draw.looks-like-milligrams' });
    const confirmed = ['draw.looks-like-milligrams'];
    expect(story.ask('Nina Cole', { ...asked, confirmed })).toMatchObject({
      code: 'draw.exceeds-remaining',
      // What a refusal tells of a quantity has its unit.
      facts: { drawn: '35.000 mL' },
    });
  });

  it('puts the missing reason of a done act after questions and before lateness', () => {
    const { story, vial, order } = drawnStory();
    story.later(120);
    const occurredAt = plus(story.now, { minutes: -90 });
    const asked = { ...drawOf(order, [[vial, '35']]), posture: 'done', occurredAt } as const;
    expect(story.ask('Nina Cole', { ...asked, confirmed: [] })).toMatchObject({
      code: 'draw.looks-like-milligrams',
    });
    expect(story.ask('Nina Cole', asked)).toMatchObject({ code: 'entry.done-without-reason' });
    expect(
      story.ask('Nina Cole', { ...drawOf(order, [[vial, '0.1']]), posture: 'done', occurredAt }),
    ).toMatchObject({ code: 'entry.late-without-reason' });
  });

  it('puts the performer who signs as witness before a meaning that does not fit', () => {
    const { story, draw } = drawnStory();
    const signatures = [story.sign('Nina Cole', 'closed')];
    const asked = wasteOf([[draw, '0.1']]);
    expect(story.ask('Nina Cole', asked, { signatures })).toMatchObject({
      code: 'witness.same-person',
    });
  });
});

describe('a site', () => {
  it('is added by an administrator and asked about an unusual registration only once', () => {
    const story = new Story();
    const asked: Asked<SiteRequest> = {
      kind: 'site',
      site: asId('site00000002'),
      facts: { ...readClinic().site, deaNumber: 'IL1234563' },
      premises: null,
    };
    expect(story.askOrganisation('Adam Reyes', asked)).toMatchObject({
      code: 'registration.dea-letter-unusual',
    });
    const confirmed = ['registration.dea-letter-unusual'];
    expect(story.askOrganisation('Adam Reyes', { ...asked, confirmed }).accepted).toBe(true);
    expect(story.askOrganisation('Nina Cole', { ...asked, confirmed })).toMatchObject({
      code: 'entry.not-permitted',
    });
  });
});
