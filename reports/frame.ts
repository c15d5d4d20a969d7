import { isolated } from './isolated.js';
import { LEADING, MARGIN, RULE, SIZE } from './measures.js';
import type { Furniture, Print } from './page.js';
import { basisSentence, exactStamp, shortRoot, whole, wholeRoot } from './words.js';

/** Head and foot, which every page shows: what the document is, whose, which part of it, and what proves it. */

const GUTTER = 16;

/** Side of the QR code, and what stays white around it: four modules and more. */
const QR = { side: 50, quiet: 8 } as const;

export const FRAME: Furniture = { layHead, layFoot };

function layHead(print: Print): ReturnType<Furniture['layHead']> {
  const { head, frame } = print;
  const [first, second, third] = columns(print.left, print.width);
  const isReal = head.clock === 'real';
  const y = MARGIN.top + (isReal ? 0 : CLOCK_MARK.height + CLOCK_MARK.gap);
  if (!isReal) layClockMark(print);
  const base = y + SIZE.title * 0.8;
  const title = print.paragraph(
    frame.title,
    { x: first.x, y: base, size: SIZE.title },
    { face: 'bold', width: first.width, tag: 'H1' },
  );
  // The first lines of this column are the number and the code of the page.
  const code = base + SIZE.strong * LEADING;
  const ends = [
    print.paragraph(
      frame.clause,
      { x: first.x, y: title - 4, size: SIZE.text },
      { face: 'regular', width: first.width },
    ),
    layColumn(print, { ...second, y: base }, print.short(head.registrant.name), [
      print.short(head.registrant.address),
      `DEA registration ${head.registrant.deaNumber} · Site: ${isolated(print.short(head.site.name))}`,
    ]),
    layColumn(print, { ...third, y: code + SIZE.text * LEADING }, null, [
      `Period ${head.period.from} to ${head.period.to}${frame.orientation === 'portrait' ? '\nTimes' : ', times'} in ${head.site.zone}`,
      basisSentence(head),
    ]),
  ];
  const top = Math.max(
    ...ends.map((end) => end - SIZE.text * 0.6),
    MARGIN.top + QR.side + QR.quiet / 2,
  );
  print.rule(print.left, top, print.width, RULE.heavy);
  return {
    top: top + 6,
    pageNumber: { x: third.x, y: base, size: SIZE.strong },
    code: { x: third.x, y: code, size: SIZE.text, side: QR.side },
  };
}

function layColumn(
  print: Print,
  place: Column & { readonly y: number },
  strong: string | null,
  rest: readonly string[],
): number {
  const { x, width } = place;
  let { y } = place;
  if (strong !== null)
    y = print.paragraph(strong, { x, y, size: SIZE.strong }, { face: 'bold', width });
  for (const text of rest)
    y = print.paragraph(text, { x, y, size: SIZE.text }, { face: 'regular', width });
  return y;
}

const CLOCK_MARK = { height: 13, gap: 8 } as const;

function layClockMark(print: Print): void {
  const { left, top } = { left: print.left, top: MARGIN.top };
  const width = print.width - QR.side - QR.quiet;
  print.frameAround(left, top, width, CLOCK_MARK.height);
  const text = [
    { text: 'SIMULATED CLOCK', face: 'bold' as const },
    {
      text: '   This ledger runs on a simulated clock. It records no real event and no real person.',
      face: 'regular' as const,
    },
  ];
  print.paragraph(
    text,
    { x: left + 6, y: top + 9.4, size: 8 },
    { face: 'regular', width: width - 12 },
  );
}

function layFoot(print: Print): number {
  const { head, frame } = print;
  const { checkpoint } = head;
  const proof = [
    { text: 'Checkpoint', face: 'bold' },
    { text: ` ledger size ${whole(checkpoint.size)}, root `, face: 'regular' },
    { text: `${shortRoot(checkpoint.root)} …`, face: 'code' },
    { text: ' (SHA-256, base64 ', face: 'regular' },
    // A line may turn where the face does: what ends a code stands in its face, so that no line begins with it.
    { text: `${wholeRoot(checkpoint.root)}),`, face: 'code' },
    { text: ` signed ${exactStamp(checkpoint.notedAt, head.site.zone)}, key `, face: 'regular' },
    { text: `${checkpoint.keyId},`, face: 'code' },
    { text: ' log ', face: 'regular' },
    { text: `${print.short(checkpoint.origin)}.`, face: 'code' },
    { text: ` ${print.short(head.release)}.`, face: 'regular' },
  ] as const;
  const setting = { face: 'regular', width: print.width } as const;
  const depth = [frame.key, proof].reduce(
    (lines, text) => lines + print.set(text, { ...setting, size: SIZE.small }).length,
    0,
  );
  const step = SIZE.small * LEADING;
  const y = print.height - MARGIN.bottom - (depth - 1) * step - 4;
  const bottom = y - step - 3;
  print.rule(print.left, bottom, print.width, RULE.thin);
  const end = print.paragraph(frame.key, { x: print.left, y, size: SIZE.small }, setting);
  print.paragraph(proof, { x: print.left, y: end + 4, size: SIZE.small }, setting);
  return bottom - 3;
}

/** Three columns of the head, left of the QR code: what it is, whose it is, which part of it. */
function columns(left: number, width: number): [Column, Column, Column] {
  const all = width - QR.side - QR.quiet;
  const [first, second] = [all * 0.32, all * 0.34];
  return [
    { x: left, width: first - GUTTER },
    { x: left + first, width: second - GUTTER },
    { x: left + first + second, width: all - first - second },
  ];
}
interface Column {
  readonly x: number;
  readonly width: number;
}
