import { csv } from './csv.js';
import { layLines } from './forms.js';
import { LEADING } from './page.js';
import type { Print } from './page.js';
import type { Part } from './part.js';
import { sheet } from './sheet.js';

/** A letter that somebody signs: to whom, about what, what it says, and lines to sign on. */
export interface Letter {
  /** Lines of the address; a blank is left where it is not known. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Said under the signature: name and number of the registrant. */
  readonly from: readonly string[];
}

const SIZE = 9.5;
const BETWEEN = 8;
const INDENT = 16;
/** Room for a date, a signature and who signs. */
const CLOSING = 150;

interface Told {
  readonly letter: number;
  readonly part: 'to' | 'subject' | 'text' | 'from';
  readonly text: string;
}

/** Letters, each beginning on a page of its own. */
export function letters(written: () => Promise<readonly Letter[]>): Part {
  return {
    name: 'letters',
    sheet: sheet<Told>(
      'letters',
      [
        { name: 'letter', value: ({ letter }) => csv.whole(letter) },
        { name: 'part_of_letter', value: (row) => csv.text(row.part) },
        { name: 'text', value: ({ text }) => csv.plain(text) },
      ],
      async function* () {
        for (const [index, each] of (await written()).entries()) yield* told(index + 1, each);
      },
    ),
    lay: async function* (print) {
      let end = print.top;
      for (const each of await written()) {
        print.turn();
        end = layLetter(print, each);
        yield print.pages;
      }
      return end;
    },
  };
}

function* told(letter: number, { to, subject, paragraphs, from }: Letter): Generator<Told> {
  for (const text of to) yield { letter, part: 'to', text };
  yield { letter, part: 'subject', text: subject };
  for (const text of paragraphs) yield { letter, part: 'text', text };
  for (const text of from) yield { letter, part: 'from', text };
}

function layLetter(print: Print, { to, subject, paragraphs, from }: Letter): number {
  const regular = { face: 'regular', width: print.width - 2 * INDENT } as const;
  const x = print.left + INDENT;
  let y = print.top + 26;
  const put = (text: string, face: 'regular' | 'bold'): void => {
    y = print.paragraph(text, { x, y, size: SIZE }, { ...regular, face });
  };
  put('Date: ____________________', 'regular');
  y += BETWEEN * 2;
  for (const line of to) put(line, 'regular');
  y += BETWEEN * 2;
  y = print.paragraph(subject, { x, y, size: SIZE + 1 }, { ...regular, face: 'bold', tag: 'H2' });
  y += BETWEEN;
  for (const text of paragraphs) {
    const lines = print.set(text, { ...regular, size: SIZE }).length;
    if (y + lines * SIZE * LEADING > print.bottom) {
      print.turn();
      y = print.top + SIZE;
    }
    put(text, 'regular');
    y += BETWEEN;
  }
  if (y + CLOSING > print.bottom) {
    print.turn();
    y = print.top + SIZE;
  }
  put('Respectfully,', 'regular');
  y = layLines(print, ['Signed for the registrant'], y + BETWEEN, x);
  y += BETWEEN * 2;
  for (const line of from) put(line, 'regular');
  return y;
}
