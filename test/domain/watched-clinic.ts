/**
 * A year of a clinic on the pure rules: what is really in a vial is known here and never to the register. Vials hold more
 * than their label, hubs keep a little of each draw, measures are rounded; and somebody may take a little each time.
 */
import type { Entry } from '../../src/domain/entry.js';
import type { ContainerId, OrderId } from '../../src/domain/ids.js';
import { plus } from '../../src/domain/measures/instant.js';
import { formatQuantity, quantity } from '../../src/domain/measures/quantity.js';
import type { CloseOutRequest, CountRequest, ReceiptRequest } from '../../src/domain/request.js';
import { accepted } from '../support/scenario-pure.js';
import { Chance } from './chance.js';
import { closeOutOf, countOf, receiptOf, Story } from './story.js';

export interface Habits {
  readonly seed: number;
  readonly days: number;
  readonly drawsPerDay: number;
  /** Who takes something, and how much of each own draw, in microlitres from and to. */
  readonly skimmer: { readonly name: string; readonly takes: readonly [number, number] } | null;
  /** What hubs keep, in microlitres. */
  readonly hub: readonly [number, number];
}

export const DRAWERS = ['Nina Cole', 'Omar Diaz', 'Rita Vance'] as const;
const SIZE = 10_000;
const BOX = 10;

interface Vial {
  readonly id: ContainerId;
  /** Microlitres that are really in it. */
  holds: number;
}

export class WatchedClinic {
  readonly story = new Story(undefined, 'at the end');
  readonly #chance: Chance;
  #shelf: ContainerId[] = [];
  #open: Vial | undefined;

  constructor(private readonly habits: Habits) {
    this.#chance = new Chance(habits.seed);
  }

  /** Plays it all and gives the lines. */
  run(): readonly Entry[] {
    const { story, habits } = this;
    story.stock();
    for (let day = 0; day < habits.days; day += 1) {
      this.#day();
      const site = story.clinic.site;
      site.now = plus(site.now, { hours: 24 });
      story.clinic.organisation.now = site.now;
    }
    return story.clinic.site.entries;
  }

  #day(): void {
    const { story, habits } = this;
    const order = story.order('35');
    const onDuty = this.#chance.some(DRAWERS, 2);
    for (let draw = 0; draw < habits.drawsPerDay; draw += 1)
      this.#draw(order, this.#chance.one(onDuty), this.#chance.whole(10, 18) * 50);
    this.#count();
  }

  #draw(order: OrderId, who: string, dose: number): void {
    const vial = this.#vial();
    const hub = this.#chance.whole(...this.habits.hub);
    const { skimmer } = this.habits;
    const taken = skimmer?.name === who ? this.#chance.whole(...skimmer.takes) : 0;
    const drawn = Math.min(dose, Math.floor((vial.holds - hub - taken) / 50) * 50);
    if (drawn > 0) {
      vial.holds -= drawn + hub + taken;
      this.story.draw(order, vial.id, formatQuantity(quantity(drawn)), who);
    }
    if (drawn === dose) return;
    this.#close(vial);
    if (drawn < dose) this.#draw(order, who, dose - Math.max(drawn, 0));
  }

  #vial(): Vial {
    if (this.#open !== undefined) return this.#open;
    if (this.#shelf.length === 0) this.#receive();
    const id = this.#shelf.shift();
    if (id === undefined) throw new Error('no vial');
    const overfill = Math.max(100, Math.round(this.#chance.around(500, 100)));
    this.#open = { id, holds: SIZE + overfill };
    return this.#open;
  }

  #receive(): void {
    const { story } = this;
    const asked = receiptOf(story, { ordered: BOX, invoiced: BOX, counted: BOX });
    const signatures = [story.sign('Rita Vance', 'verified', ['container'])];
    const { entry } = accepted(
      story.ask<ReceiptRequest>('Paul Ode', { ...asked, confirmed: [] }, { signatures }),
    );
    this.#shelf = entry.effects.states.flatMap((state) =>
      state.noun === 'container' ? [state.id] : [],
    );
  }

  #close({ id }: Vial): void {
    const signatures = [this.story.sign('Rita Vance', 'witnessed', ['container'])];
    accepted(this.story.ask<CloseOutRequest>('Paul Ode', closeOutOf(id), { signatures }));
    this.#open = undefined;
  }

  #count(): void {
    const { story } = this;
    const at = story.clinic.site.entries.length;
    const item = story.clinic.site.book.find('item', ITEM(story))?.id ?? ITEM(story);
    const vial = this.#open;
    const open = vial === undefined ? [] : [this.#measured(vial, at)];
    const sealed = { item, containers: this.#shelf.length };
    const count = (recounted: boolean) =>
      story.ask<CountRequest>(
        'Paul Ode',
        countOf(
          {
            sealed: [{ ...sealed, first: sealed.containers, recounted }],
            open: open.map((line) => ({ ...line, recounted })),
          },
          story,
        ),
      );
    const once = count(false);
    if (!once.accepted) accepted(count(true));
  }

  #measured({ id, holds }: Vial, at: number): CountRequest['open'][number] {
    const read = quantity(Math.max(0, Math.round(this.#chance.around(holds, 30) / 50) * 50));
    return {
      container: id,
      quantity: read,
      first: read,
      recounted: false,
      method: 'measured',
      resolution: quantity(100),
      at,
    };
  }
}

const ITEM = (story: Story) => {
  for (const cell of story.clinic.site.book.all()) if (cell.noun === 'stock') return cell.item;
  throw new Error('no stock');
};
