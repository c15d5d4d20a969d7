/** Counts of the twins, and what becomes of the cases that counts open. */
import { expect } from '@jest/globals';
import { asId } from '../../src/domain/ids.js';
import type { AuditItem, ContainerId } from '../../src/domain/ids.js';
import { businessDate } from '../../src/domain/measures/instant.js';
import { quantity, ZERO } from '../../src/domain/measures/quantity.js';
import type { CountSealedLine, DiscrepancyRequest } from '../../src/domain/request.js';
import type { Submitted } from '../support/pure-register.js';
import type { Model, ModelContainer } from './model.js';
import type { Step } from './steps.js';
import { countOf } from './story.js';
import type { Story } from './story.js';

/** The containers of every run, by product. */
export const STOCK = ['ketamine 50', 'ketamine 50', 'ketamine single', 'ketamine single'];

/** Whether the model takes a step, and what the register made of it. */
export type Both = readonly [expected: boolean, found: Submitted] | readonly [undefined, undefined];

interface Pair {
  readonly story: Story;
  readonly model: Model;
  readonly containers: ContainerId[];
  itemOf(name: string): AuditItem;
}

export class CountedTwins {
  constructor(private readonly twins: Pair) {}

  /** Counts everything; open containers differ from the book by so much. */
  count(one: Extract<Step, { do: 'count' }>): Both {
    const standing = this.standing();
    const open = standing.filter(({ status }) => status === 'open');
    const lines = open.map(({ index, book }) => ({
      container: at(this.twins.containers, index),
      quantity: quantity(book + (one.off[index] ?? 0)),
      first: ZERO,
      recounted: true,
      method: 'measured' as const,
      resolution: quantity(50),
      at: this.twins.story.clinic.site.entries.length,
    }));
    const asked = countOf(
      { sealed: this.sealed(false), quarantined: this.sealed(true), open: lines },
      this.twins.story,
    );
    const submitted = this.twins.story.ask('Omar Diaz', asked);
    if (submitted.accepted) {
      const beyond = open.filter((each) => {
        const off = one.off[each.index] ?? 0;
        return off > 50 - this.twins.model.lowest(each) || off < -50 - each.draws * 70;
      });
      const count = submitted.entry.effects.states.find((state) => state.noun === 'count');
      const found = count?.open.filter(({ discrepancy }) => discrepancy !== null) ?? [];
      expect(found.map(({ container }) => container).sort()).toEqual(
        beyond.map(({ index }) => at(this.twins.containers, index)).sort(),
      );
    }
    return [true, submitted];
  }

  private standing(): readonly (ModelContainer & { readonly index: number })[] {
    return this.twins.model.containers.map((each, index) => ({ ...each, index }));
  }

  /** Sealed containers as the model has them, by item. */
  private sealed(isQuarantined: boolean): CountSealedLine[] {
    return [...new Set(STOCK)].map((name) => {
      const item = this.twins.itemOf(name);
      const number = this.standing().filter(
        (each) =>
          each.item === item && each.status === 'sealed' && each.isQuarantined === isQuarantined,
      ).length;
      return { item, containers: number, first: number, recounted: false };
    });
  }

  /** Everything is counted as the book has it, and one sealed container more; the case that opens brings it in. */
  find(): Both {
    const [name = ''] = STOCK;
    const item = this.twins.itemOf(name);
    const more = this.sealed(false).map((line) =>
      line.item === item
        ? { ...line, containers: line.containers + 1, first: line.first + 1, recounted: true }
        : line,
    );
    const open = this.standing()
      .filter(({ status, book }) => status === 'open' && book >= 0)
      .map(({ index, book }) => ({
        container: at(this.twins.containers, index),
        quantity: quantity(book),
        first: ZERO,
        recounted: true,
        method: 'measured' as const,
        resolution: quantity(50),
        at: this.twins.story.clinic.site.entries.length,
      }));
    if (this.standing().some(({ status, book }) => status === 'open' && book < 0))
      return [undefined, undefined];
    const asked = countOf({ sealed: more, quarantined: this.sealed(true), open }, this.twins.story);
    const counted = this.twins.story.ask('Omar Diaz', asked);
    if (!counted.accepted) return [true, counted];
    const opened = counted.entry.effects.states.find((state) => state.noun === 'case');
    if (opened === undefined) throw new Error('a container more, and no case');
    const lot = {
      product: this.twins.story.product(name),
      lot: 'K9',
      expires: businessDate('2027-08-31'),
      containers: 1,
    };
    const closed = this.close(opened.id, { settle: [], found: [lot] });
    if (closed.accepted) {
      this.twins.containers.push(asId(`${closed.entry.seq}-1`));
      this.twins.model.find({ item, size: 10_000, isSingleDose: false });
    }
    return [true, closed];
  }

  private close(
    id: DiscrepancyRequest['case'],
    what: Pick<DiscrepancyRequest, 'settle' | 'found'>,
  ): Submitted {
    return this.twins.story.ask<DiscrepancyRequest>(
      'Paul Ode',
      {
        kind: 'discrepancy',
        act: 'closed',
        case: id,
        owner: null,
        due: null,
        cause: 'unknown',
        outcome: 'could-not-be-reconciled',
        explainedBy: [],
        nobodyUninvolved: false,
        files: [],
        ...what,
      },
      { signatures: [this.twins.story.sign('Carla Yu', 'closed', ['papers'])] },
    );
  }

  /** The book takes over what the newest open case about an open container has found. */
  settle(): Both {
    const open = [...this.twins.story.clinic.site.book.all()]
      .filter((cell) => cell.noun === 'case')
      .filter(({ status, container }) => status === 'open' && container !== null);
    for (const found of open) {
      const index = this.twins.containers.findIndex((each) => each === found.container);
      if (this.twins.model.containers[index]?.status !== 'open' || found.container === null)
        continue;
      const amountOff = 0n - found.difference;
      const settle = [{ container: found.container, quantity: quantity(amountOff) }];
      const submitted = this.close(found.id, { settle, found: [] });
      return [this.twins.model.settle(index, Number(amountOff)), submitted];
    }
    return [undefined, undefined];
  }
}

export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
}
