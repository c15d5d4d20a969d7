import { expect } from '@jest/globals';
import type { Account } from '../../src/domain/custody.js';
import { asId } from '../../src/domain/ids.js';
import type {
  AuditItem,
  ContainerId,
  DrawId,
  OrderId,
  PreparationId,
} from '../../src/domain/ids.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import type {
  AdministrationRequest,
  CorrectionRequest,
  DrawRequest,
  PreparationRequest,
  QuarantineRequest,
  ReleaseRequest,
  WasteRequest,
} from '../../src/domain/request.js';
import { at, CountedTwins, STOCK } from './counted-twins.js';
import type { Both } from './counted-twins.js';
import { Model } from './model.js';
import { thousandths } from './steps.js';
import type { Amount, Step } from './steps.js';
import { closeOutOf, drawOf, givingOf, orderOf, Story, wasteOf } from './story.js';

const PATIENTS = ['Adam', 'Bea', 'Cleo'];
const DRAWERS = ['Nina Cole', 'Omar Diaz', 'Rita Vance'];

/** A register and its model, living through the same steps. */
export class Twins {
  readonly story = new Story();
  readonly model = new Model();
  readonly containers: ContainerId[];
  private readonly orders: OrderId[] = [];
  private readonly draws: { id: DrawId; head: number; readonly line: number }[] = [];
  private readonly bags: PreparationId[] = [];
  private readonly counting: CountedTwins;

  constructor() {
    this.containers = [...this.story.stock(...STOCK)];
    for (const name of STOCK) {
      const isSingleDose = name === 'ketamine single';
      this.model.addContainer({
        item: this.itemOf(name),
        size: isSingleDose ? 2_000 : 10_000,
        isSingleDose,
      });
    }
    this.counting = new CountedTwins(this);
    this.order(0);
  }

  itemOf(name: string): AuditItem {
    const stock = [...this.story.clinic.site.book.all()].find(
      (cell) => cell.noun === 'stock' && cell.product === this.story.product(name),
    );
    if (stock?.noun !== 'stock') throw new Error(`no stock of ${name}`);
    return stock.item;
  }

  /** Does a step on both; says where they differ. */
  take(one: Step): void {
    this.story.later(1);
    const [expected, found] = this.both(one);
    if (expected !== undefined) {
      const shown = found.accepted ? 'accepted' : `refused: ${found.code}`;
      expect({ step: one, is: found.accepted, shown }).toMatchObject({ is: expected });
    }
    this.compare();
  }

  private both(one: Step): Both {
    switch (one.do) {
      case 'order':
        this.order(one.patient);
        return [undefined, undefined];
      case 'draw':
        return this.draw(one);
      case 'give':
        return this.give(one);
      case 'waste':
        return this.waste(one);
      case 'prepare':
        return this.prepare(one);
      case 'infuse':
        return this.infuse(one);
      case 'correct':
        return this.correct(one);
      case 'count':
        return this.counting.count(one);
      case 'settle':
        return this.counting.settle();
      case 'find':
        return this.counting.find();
      default:
        return this.change(one);
    }
  }

  private order(patient: number): void {
    const name = PATIENTS[patient % PATIENTS.length] ?? 'Adam';
    const submitted = this.story.ask('Nina Cole', orderOf('500', name, this.story));
    if (!submitted.accepted) throw new Error(submitted.code);
    this.orders.push(asId(String(submitted.entry.seq)));
    this.model.orders.push({ patient: name });
  }

  private draw(one: Extract<Step, { do: 'draw' }>): Both {
    const [order, container] = [one.order % this.orders.length, one.container % STOCK.length];
    const from = at(this.model.containers, container);
    const drawn = thousandths(one.amount, from.book - this.model.lowest(from));
    const submitted = this.story.ask<DrawRequest>(DRAWERS[one.by % DRAWERS.length] ?? '', {
      ...drawOf(at(this.orders, order), []),
      lines: [{ container: at(this.containers, container), quantity: quantity(drawn) }],
      posture: one.posture,
      reason: one.posture === 'done' ? 'interrupted' : null,
    });
    if (submitted.accepted) {
      const { seq } = submitted.entry;
      this.draws.push({ id: asId(`${seq}-1`), head: seq, line: seq });
    }
    return [this.model.draw(order, container, drawn, one.posture), submitted];
  }

  private give(one: Extract<Step, { do: 'give' }>): Both {
    const draw = one.draw % Math.max(1, this.draws.length);
    const id = this.draws[draw]?.id ?? asId('999-1');
    const order = at(this.orders, this.model.draws[draw]?.order ?? 0);
    const given = thousandths(one.amount, this.model.draws[draw]?.inProcess ?? 0);
    const submitted = this.story.ask<AdministrationRequest>('Nina Cole', {
      ...givingOf(order, []),
      lines: [{ draw: id, quantity: quantity(given) }],
    });
    return [this.model.give(draw, given), submitted];
  }

  private waste(one: Extract<Step, { do: 'waste' }>): Both {
    const draw = one.draw % Math.max(1, this.draws.length);
    const id = this.draws[draw]?.id ?? asId('999-1');
    const wasted = thousandths(one.amount, this.model.draws[draw]?.inProcess ?? 0);
    const submitted = this.story.ask<WasteRequest>(
      'Nina Cole',
      {
        ...wasteOf([]),
        lines: [{ draw: id, quantity: quantity(wasted) }],
        posture: one.posture,
        reason: one.posture === 'done' ? 'alone-on-site' : null,
      },
      { signatures: one.hasWitness ? [this.story.sign('Paul Ode')] : [] },
    );
    return [this.model.waste(draw, wasted, one), submitted];
  }

  private prepare(one: Extract<Step, { do: 'prepare' }>): Both {
    const draws = one.isLawful
      ? this.preparable()
      : one.draws.map((each) => each % Math.max(1, this.draws.length));
    const first = this.model.draws[draws[0] ?? 0]?.order ?? 0;
    const submitted = this.story.ask<PreparationRequest>('Nina Cole', {
      kind: 'preparation',
      order: at(this.orders, first),
      draws: draws.map((each) => this.draws[each]?.id ?? asId('999-1')),
      vessel: 'bag',
      diluent: '0.9 % sodium chloride',
      totalVolume: quantity(one.volume),
      volumeIs: 'stated',
    });
    if (submitted.accepted) this.bags.push(asId(String(submitted.entry.seq)));
    return [this.model.prepare(draws, one.volume), submitted];
  }
  /** Every draw of one order that is in no bag yet. */
  private preparable(): readonly number[] {
    const free = this.model.draws
      .map((each, index) => ({ ...each, index }))
      .filter(({ bag, inProcess }) => bag === undefined && inProcess > 0);
    return free.filter(({ order }) => order === free[0]?.order).map(({ index }) => index);
  }

  private infuse(one: Extract<Step, { do: 'infuse' }>): Both {
    const bag = one.bag % Math.max(1, this.bags.length);
    const order = this.model.bags[bag]?.order ?? 0;
    const infused = thousandths(one.volume, this.model.bags[bag]?.left ?? 0);
    const submitted = this.story.ask<AdministrationRequest>('Nina Cole', {
      ...givingOf(at(this.orders, order), []),
      outcome: 'stopped',
      preparation: { id: this.bags[bag] ?? asId('999'), infused: quantity(infused) },
    });
    return [this.model.infuse(bag, infused), submitted];
  }

  private change(one: Extract<Step, { do: 'quarantine' | 'release' | 'close-out' }>): Both {
    const container = one.container % STOCK.length;
    const id = at(this.containers, container);
    if (one.do === 'close-out') {
      const signatures = [this.story.sign('Nina Cole')];
      return [
        this.model.closeOut(container),
        this.story.ask('Paul Ode', closeOutOf(id), { signatures }),
      ];
    }
    if (one.do === 'release') {
      const asked = { kind: 'release', containers: [id] } as const;
      return [this.model.release(container), this.story.ask<ReleaseRequest>('Paul Ode', asked)];
    }
    const asked = { kind: 'quarantine', containers: [id], why: 'suspect' } as const;
    return [this.model.quarantine(container), this.story.ask<QuarantineRequest>('Paul Ode', asked)];
  }

  private correct(one: Extract<Step, { do: 'correct' }>): Both {
    const draw = one.draw % Math.max(1, this.draws.length);
    const known = this.draws[draw];
    if (known === undefined) return [undefined, undefined];
    const container = one.container % STOCK.length;
    const now = this.corrected(draw, container, one.amount);
    const submitted = this.story.ask<CorrectionRequest>('Nina Cole', {
      kind: 'correction',
      line: known.head,
      original: known.line,
      leaf: this.story.clinic.site.leafHashOf(known.head),
      reason: 'mistake-noticed',
      change: {
        type: 'draw',
        draw: known.id,
        container: at(this.containers, container),
        quantity: quantity(now),
      },
    });
    if (submitted.accepted) known.head = submitted.entry.seq;
    return [this.model.correct(draw, container, now), submitted];
  }
  /** The most that a draw could have been, or the least: what was given and wasted of it. */
  private corrected(draw: number, container: number, amountOff: Amount): number {
    const { drawn, inProcess } = at(this.model.draws, draw);
    const to = at(this.model.containers, container);
    const most = to.book - this.model.lowest(to);
    return amountOff.of === 'most' ? most + amountOff.and : drawn - inProcess + amountOff.and;
  }

  /** Every figure of every audit item, and every container and draw. */
  private compare(): void {
    const { book, entries } = this.story.clinic.site;
    for (const name of new Set(STOCK)) {
      const item = this.itemOf(name);
      const cell = book.find('item', item);
      const net = (account: Account): number =>
        entries
          .flatMap(({ effects }) => effects.movements)
          .filter((movement) => movement.item === item)
          .reduce(
            (sum, { from, to, quantity: moved }) =>
              sum + (to === account ? Number(moved) : 0) - (from === account ? Number(moved) : 0),
            0,
          );
      expect({
        onHand: Number(cell?.onHand),
        inProcess: Number(cell?.inProcess),
        given: net('patient'),
        wasted: net('waste'),
        overfill: 0 - net('overfill'),
        hubLoss: net('hub-loss'),
        unexplained: net('unexplained'),
      }).toEqual(this.model.figures(item));
    }
    for (const [index, { book: left, status }] of this.model.containers.entries()) {
      const id = at(this.containers, index);
      expect([
        id,
        Number(book.balance(`container:${id}`)),
        book.find('condition', id)?.status,
      ]).toEqual([id, left, status]);
    }
    for (const [index, { inProcess }] of this.model.draws.entries()) {
      const id = this.draws[index]?.id ?? '';
      expect([id, Number(book.balance(`in-process:${id}`))]).toEqual([id, inProcess]);
    }
  }
}
