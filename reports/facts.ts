import { csv } from './csv.js';
import type { Awaitable } from './head.js';
import { part } from './part.js';
import type { Part } from './part.js';

/** One thing that is said of something: its name, and what it is. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  /** Facts of one group stand under its words. */
  readonly group?: string;
}

/** Of what stands under the words of its group. */
const INDENT = 10;

/** A part that says things by name, as a form does. */
export function facts(of: {
  readonly name: string;
  readonly heading: string;
  readonly facts: () => Awaitable<readonly Fact[]>;
  readonly empty?: string;
  readonly heads?: { readonly name: string; readonly value: string };
}): Part {
  const { heads = { name: 'What', value: 'As recorded' } } = of;
  return part<Fact>({
    name: of.name,
    heading: of.heading,
    columns: [
      { name: 'group', value: ({ group }) => csv.plain(group ?? '') },
      {
        name: 'name',
        value: ({ name }) => csv.plain(name),
        print: {
          head: heads.name,
          width: 170,
          text: ({ name, group }) =>
            (group ?? '') === '' ? { text: name, face: 'bold' } : { text: name, indent: INDENT },
        },
      },
      {
        name: 'value',
        value: ({ value }) => csv.text(value),
        print: { head: heads.value, width: { share: 1 } },
      },
    ],
    rows: async function* () {
      yield* await of.facts();
    },
    empty: of.empty ?? 'Nothing is recorded.',
    group: ({ group }) => group ?? '',
  });
}
