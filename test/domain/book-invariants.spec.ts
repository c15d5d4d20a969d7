import { describe, expect, it } from '@jest/globals';
import { Slice } from '../../src/domain/book.js';
import type { Cell, Entry } from '../../src/domain/entry.js';
import { asId } from '../../src/domain/ids.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import { accepted } from '../support/scenario-pure.js';
import { checkBook, checkReplay } from './book-invariants.js';
import { drawnStory, drawOf } from './story.js';

/** A book with a case, an open and a sealed container, and drug in process. */
function sound() {
  const { story, order, vial } = drawnStory();
  const asked = { ...drawOf(order, [[vial, '11']]), posture: 'done', reason: 'other' } as const;
  accepted(story.ask('Nina Cole', asked));
  const { book, entries } = story.clinic.site;
  return { book, entries };
}

/** The same book, with cells of one noun changed. */
function tampered<N extends Cell['noun']>(
  noun: N,
  change: (cell: Extract<Cell, { readonly noun: N }>) => Cell | undefined,
): { readonly book: Slice; readonly entries: readonly Entry[] } {
  const { book, entries } = sound();
  const other = new Slice('whole');
  for (const cell of book.all()) {
    // The noun decides which cell it is.
    const now = cell.noun === noun ? change(cell as Extract<Cell, { readonly noun: N }>) : cell;
    if (now !== undefined) other.put(now);
  }
  return { book: other, entries };
}

const TAMPERINGS: readonly (readonly [string, () => ReturnType<typeof tampered>])[] = [
  ['a balance', () => tampered('account', (cell) => ({ ...cell, quantity: quantity(1) }))],
  ['a missing balance', () => tampered('account', () => undefined)],
  ['an item on hand', () => tampered('item', (cell) => ({ ...cell, onHand: quantity(1) }))],
  ['an item in process', () => tampered('item', (cell) => ({ ...cell, inProcess: quantity(1) }))],
  ['an item held', () => tampered('item', (cell) => ({ ...cell, held: quantity(1) }))],
  [
    'a closed container with drug',
    () => tampered('condition', (c) => ({ ...c, status: 'closed' })),
  ],
  [
    'a sealed container below zero',
    () => tampered('condition', (c) => ({ ...c, status: 'sealed' })),
  ],
  [
    'an open container without a time',
    () => tampered('condition', (c) => ({ ...c, openedAt: null })),
  ],
  ['a container without stock', () => tampered('stock', () => undefined)],
  [
    'a draw of less than is in process',
    () => tampered('draw', (c) => ({ ...c, quantity: quantity(1) })),
  ],
  ['a shelf that counts wrongly', () => tampered('shelf', (cell) => ({ ...cell, sealed: 7 }))],
  ['a shelf that misses an open one', () => tampered('shelf', (cell) => ({ ...cell, open: [] }))],
  ['a shelf that is gone', () => tampered('shelf', () => undefined)],
  ['a place that forgot its item', () => tampered('place', (cell) => ({ ...cell, items: [] }))],
  ['a pointer to a closed case', () => tampered('case', (c) => ({ ...c, status: 'explained' }))],
  [
    'a pointer to another difference',
    () => tampered('open-case', (c) => ({ ...c, difference: quantity(1) })),
  ],
];

describe('the invariants of the book', () => {
  it('hold for a sound book', () => {
    const { book, entries } = sound();
    expect(() => {
      checkBook(book, entries);
      checkReplay(book, entries);
    }).not.toThrow();
  });

  it.each(TAMPERINGS)('are broken by %s, and the replay differs too', (_what, make) => {
    const { book, entries } = make();
    expect(() => {
      checkBook(book, entries);
    }).toThrow('invariant: ');
    expect(() => {
      checkReplay(book, entries);
    }).toThrow('differs from its replay');
  });

  it('are broken by an overdraw that no line has flagged', () => {
    const { book, entries } = sound();
    const silent = entries.map((entry) => ({ ...entry, effects: { ...entry.effects, flags: [] } }));
    expect(() => {
      checkBook(book, silent);
    }).toThrow('below its overfill');
  });

  it('are broken by a movement that leads nowhere or moves nothing', () => {
    const { book, entries } = sound();
    const last = entries.at(-1);
    const [movement] = last?.effects.movements ?? [];
    if (last === undefined || movement === undefined) throw new Error('no movement');
    const other = (change: Partial<typeof movement>): readonly Entry[] => [
      ...entries.slice(0, -1),
      { ...last, effects: { ...last.effects, movements: [{ ...movement, ...change }] } },
    ];
    expect(() => {
      checkBook(book, other({ quantity: quantity(0) }));
    }).toThrow('positive');
    expect(() => {
      checkBook(book, other({ to: movement.from }));
    }).toThrow('elsewhere');
    expect(() => {
      checkBook(book, other({ from: 'opening', to: 'patient' }));
    }).toThrow('outside');
  });
});

describe('a slice that holds a part of the book', () => {
  it('tells what is not there from what was never loaded', () => {
    const slice = new Slice('part');
    expect(() => slice.find('order', '3')).toThrow('order/3 was read but not loaded');
    expect(() => slice.line(3)).toThrow('line 3 was read but not loaded');
    slice.load('order/3', undefined);
    slice.loadLine(3, undefined);
    expect(slice.find('order', '3')).toBeUndefined();
    expect(slice.line(3)).toBeUndefined();
  });

  it('lists its changes once', () => {
    const slice = new Slice('part');
    const cell = { noun: 'account', id: 'container:1-1', quantity: quantity(5), line: 1 } as const;
    slice.put(cell);
    slice.remove('place', asId('safe'));
    expect(slice.takeChanges()).toEqual([
      { key: 'account/container:1-1', cell },
      { key: 'place/safe', cell: undefined },
    ]);
    expect(slice.takeChanges()).toEqual([]);
  });
});
