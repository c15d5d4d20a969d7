/**
 * Two days of a clinic on the pure rules, with one mistake of a known cause in the second. What really happened is known
 * here and never to the register; how a mistake is made (digits, units, vials) is said here in its own way, and nothing of
 * what explains gaps is used.
 */
import type { Discrepancy } from '../../src/domain/findings/discrepancy.js';
import type { Entry } from '../../src/domain/entry.js';
import { asId } from '../../src/domain/ids.js';
import type { AuditItem, ContainerId, LocationId, OrderId } from '../../src/domain/ids.js';
import { plus } from '../../src/domain/measures/instant.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import type { CountRequest, DrawRequest, InventoryRequest } from '../../src/domain/request.js';
import { accepted } from '../support/scenario-pure.js';
import { Chance } from './chance.js';
import { countOf, drawOf, inventoryOf, sealedLine, Story } from './story.js';

export const PLANTED = [
  'transposed-digits',
  'milligrams-for-millilitres',
  'decimal-slip',
  'neighbour-container',
  'entered-twice',
  'draw-not-recorded',
  'waste-not-recorded',
  'receipt-not-recorded',
  'opposite-elsewhere',
] as const;
export type Planted = (typeof PLANTED)[number];

interface Vial {
  readonly id: ContainerId;
  readonly milligramsPerUnit: number;
  /** Microlitres that are really in it. */
  holds: number;
  isOpen: boolean;
}

const [SAFE, CART]: readonly LocationId[] = [asId('safe'), asId('cart')];
const PEOPLE = ['Nina Cole', 'Omar Diaz', 'Rita Vance'] as const;

/** One history, its mistake, and the discrepancy that it opened; undefined where the container explained it. */
export interface PlantedGap {
  readonly cause: Planted;
  readonly story: Story;
  readonly lines: readonly Entry[];
  readonly opened: Discrepancy;
}

export function plant(seed: number, cause: Planted): PlantedGap | undefined {
  const clinic = new Mistaken(seed);
  return clinic.live(cause);
}

class Mistaken {
  readonly #story = new Story(undefined, 'at the end');
  readonly #chance: Chance;
  /** Two vials of one strength, one of another, two single-dose ones. */
  readonly #vials: readonly Vial[];
  /** Sealed vials that really stand in the safe and the cart beside those. */
  readonly #sealed = { safe: 4, cart: 3 };

  constructor(seed: number) {
    this.#chance = new Chance(seed);
    this.#vials = this.#open();
  }

  live(cause: Planted): PlantedGap | undefined {
    const counted = this.#chance.next() < 0.7;
    this.#infusions(this.#chance.whole(3, 6));
    if (counted) this.#counts();
    this.#pass(16 * 60);
    const before = this.#chance.whole(1, 4);
    this.#infusions(before);
    this.#mistake(cause);
    this.#infusions(this.#chance.whole(1, 5));
    const already = new Set(this.#cases().map(({ id }) => id));
    this.#counts();
    const [opened] = this.#cases().filter(({ id }) => !already.has(id));
    const lines = this.#story.clinic.site.entries;
    return opened === undefined ? undefined : { cause, story: this.#story, lines, opened };
  }

  #open(): readonly Vial[] {
    const story = this.#story;
    const line = (name: string, containers: number, location = SAFE) => ({
      ...sealedLine(story.product(name), containers),
      location: location ?? asId('safe'),
    });
    const sealed = [
      line('ketamine 50', 6),
      line('ketamine 100', 1),
      line('ketamine single', 3),
      line('ketamine 50', 3, CART),
    ];
    const signatures = [story.sign('Paul Ode', 'counted', ['count'])];
    const { entry } = accepted(
      story.ask<InventoryRequest>('Rita Vance', inventoryOf({ sealed }, story.now), { signatures }),
    );
    const ids = entry.effects.states.flatMap((state) =>
      state.noun === 'container' ? [state.id] : [],
    );
    const vial = (at: number, label: number, milligramsPerUnit: number): Vial => ({
      id: ids[at] ?? asId(''),
      milligramsPerUnit,
      holds: label + Math.max(0, Math.round(this.#chance.around(label / 20, label / 80))),
      isOpen: false,
    });
    return [vial(0, 10_000, 50), vial(1, 10_000, 50), vial(6, 5_000, 100), vial(7, 2_000, 50)];
  }

  #vial(index: number): Vial {
    const found = this.#vials[index];
    if (found === undefined) throw new Error(`no vial ${index}`);
    return found;
  }

  #infusions(size: number): void {
    for (let number = 0; number < size; number += 1) {
      const vial = this.#vial(this.#chance.one([0, 0, 0, 1, 1, 2]));
      const dose = this.#dose(vial);
      const order = this.#order(dose);
      this.#take(vial, dose);
      this.#record(order, vial, dose);
    }
  }

  /** Microlitres, to a hundredth of a millilitre: 26 to 49 mg. */
  #dose({ milligramsPerUnit }: Vial): number {
    return Math.round((this.#chance.whole(26, 49) * 100) / milligramsPerUnit) * 10;
  }
  #order(microlitres: number, milligramsPerUnit = 50): OrderId {
    this.#pass(this.#chance.whole(5, 40));
    return this.#story.order(text((microlitres * milligramsPerUnit) / 1_000));
  }
  #take(vial: Vial, microlitres: number): void {
    vial.isOpen = true;
    vial.holds -= microlitres + this.#chance.whole(10, 60);
  }
  #record(order: OrderId, { id }: Vial, microlitres: number, who = this.#chance.one(PEOPLE)): void {
    const asked = drawOf(order, [[id, text(microlitres / 1_000)]]);
    accepted(this.#story.ask<DrawRequest>(who, { ...asked, posture: 'done', reason: 'other' }));
    this.#pass(this.#chance.whole(1, 10));
  }

  #mistake(cause: Planted): void {
    const vial = this.#vial(this.#chance.whole(0, 1));
    const dose = this.#dose(vial);
    switch (cause) {
      case 'transposed-digits': {
        this.#typed(vial, dose, exchanged(dose, this.#chance));
        return;
      }
      case 'decimal-slip': {
        this.#typed(vial, dose, this.#chance.next() < 0.5 ? dose * 10 : dose / 10);
        return;
      }
      case 'milligrams-for-millilitres': {
        const milligrams = this.#chance.whole(2, 8);
        this.#typed(vial, milligrams * 20, milligrams * 1_000);
        return;
      }
      case 'neighbour-container': {
        this.#neighbour(vial, dose);
        return;
      }
      case 'entered-twice': {
        const order = this.#order(dose);
        this.#take(vial, dose);
        this.#record(order, vial, dose);
        this.#record(order, vial, dose);
        return;
      }
      case 'draw-not-recorded':
        if (this.#chance.next() < 0.8) this.#order(dose);
        {
          this.#take(vial, dose);
          return;
        }
      case 'waste-not-recorded': {
        const single = this.#vial(3);
        const order = this.#order(dose);
        this.#take(single, dose);
        this.#record(order, single, dose);
        single.holds = 0;
        return;
      }
      case 'receipt-not-recorded':
        this.#sealed.safe += this.#chance.one([1, 2, 5, 10]);
        return;
      case 'opposite-elsewhere': {
        const number = this.#chance.whole(1, 2);
        this.#sealed.safe -= number;
        this.#sealed.cart += number;
        return;
      }
    }
  }

  #typed(vial: Vial, really: number, written: number): void {
    const order = this.#order(really);
    this.#take(vial, really);
    this.#record(order, vial, Math.min(Math.round(written), 10_400));
  }

  /** Drawn from one vial and entered on another; at times one of another strength, with the volume that fits it. */
  #neighbour(vial: Vial, dose: number): void {
    const isStrong = this.#chance.next() < 0.25;
    const written = isStrong ? this.#vial(2) : this.#vial(vial === this.#vial(0) ? 1 : 0);
    const order = this.#order(dose);
    this.#take(vial, dose);
    this.#record(order, written, isStrong ? dose / 2 : dose);
  }

  #counts(): void {
    this.#count(SAFE ?? asId('safe'), this.#sealed.safe, this.#vials);
    this.#count(CART ?? asId('cart'), this.#sealed.cart, []);
  }

  #count(location: LocationId, fifties: number, vials: readonly Vial[]): void {
    const story = this.#story;
    const at = story.clinic.site.entries.length;
    const isOpen = ({ id }: Vial): boolean =>
      story.clinic.site.book.find('condition', id)?.status === 'open';
    const [first, second, strong, single] = vials;
    const unopened = (vial: Vial | undefined): number =>
      vial === undefined || isOpen(vial) ? 0 : 1;
    const sealed = [
      this.#line('ketamine 50', fifties + unopened(first) + unopened(second)),
      ...(vials.length === 0
        ? []
        : [
            this.#line('ketamine 100', unopened(strong)),
            this.#line('ketamine single', 2 + unopened(single)),
          ]),
    ];
    const open = vials.filter(isOpen).map((vial) => this.#measured(vial, at));
    const facts = { location, at, sealed, open };
    const once = story.ask<CountRequest>('Paul Ode', countOf(facts, story));
    if (once.accepted) return;
    const again = <T extends { readonly recounted: boolean }>(line: T) => ({
      ...line,
      recounted: true,
    });
    const twice = { ...facts, sealed: sealed.map(again), open: open.map(again) };
    accepted(story.ask<CountRequest>('Paul Ode', countOf(twice, story)));
  }

  #line(name: string, containers: number): CountRequest['sealed'][number] {
    const items = [...this.#story.clinic.site.book.all()].flatMap((cell): readonly AuditItem[] =>
      cell.noun === 'stock' && cell.product === this.#story.product(name) ? [cell.item] : [],
    );
    return { item: items[0] ?? asId(''), containers, first: containers, recounted: false };
  }

  #measured({ id, holds }: Vial, at: number): CountRequest['open'][number] {
    const read = quantity(
      Math.max(0, Math.round(this.#chance.around(Math.max(holds, 0), 25) / 50) * 50),
    );
    const [first, recounted, method] = [read, false, 'measured'] as const;
    const resolution = quantity(100);
    return { container: id, quantity: read, first, recounted, method, resolution, at };
  }

  #cases(): readonly Discrepancy[] {
    return [...this.#story.clinic.site.book.all()].flatMap((cell) =>
      cell.noun === 'case' && cell.foundBy === 'count' ? [cell] : [],
    );
  }

  #pass(minutes: number): void {
    const { site, organisation } = this.#story.clinic;
    site.now = plus(site.now, { minutes });
    organisation.now = site.now;
  }
}

const text = (units: number): string => units.toFixed(3);

/** "0.74" with two neighbouring digits the other way round; another pair where those are the same. */
function exchanged(microlitres: number, chance: Chance): number {
  const typed = String(microlitres / 10).padStart(3, '0');
  const pairs = [0, 1].filter((at) => typed[at] !== typed[at + 1]);
  const at = pairs.length === 0 ? 0 : chance.one(pairs);
  const [a = '', b = ''] = [typed[at], typed[at + 1]];
  return Number(`${typed.slice(0, at)}${b}${a}${typed.slice(at + 2)}`) * 10;
}
