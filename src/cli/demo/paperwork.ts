import { now, recordAlone } from './clinic.js';
import type { Clinic } from './clinic.js';
import { isEveningAlone } from './courses.js';
import type { LooseEnds } from './loose-ends.js';
import { lineOf } from './way-in.js';
import type { WrittenLine } from './way-in.js';

/** The custodian closes the day, unless somebody was alone at its end: then it is closed in the morning. */
export async function closeToday(clinic: Clinic, ends: LooseEnds): Promise<void> {
  const [count = 0] = ends.counts;
  const date = clinic.today;
  const closed = isEveningAlone(clinic) ? undefined : await close(clinic, ends, date);
  ends.yesterday = { date, closed, count };
}

/** What the evening left: the day is closed, what was done alone is countersigned, and the pharmacist reviews it all. */
export async function settleYesterday(clinic: Clinic, ends: LooseEnds): Promise<void> {
  const { yesterday } = ends;
  if (yesterday === undefined) return;
  const { date } = yesterday;
  const closed = yesterday.closed ?? (await close(clinic, ends, date));
  await countersign(clinic, ends);
  await review(clinic, ends, { date, closed });
}

/** A line that nobody has witnessed yet stands in the way of the close, and is excused. */
async function close(clinic: Clinic, ends: LooseEnds, date: string): Promise<WrittenLine> {
  const answer = await recordAlone(clinic, 'custodian', {
    kind: 'day-close',
    door: 'days',
    body: {
      ...now(clinic),
      date,
      excused: ends.unsigned
        .filter(({ needsExcuse }) => needsExcuse)
        .map(({ line }) => ({ what: `line:${line}`, why: 'witness-not-here-today' })),
    },
  });
  return lineOf(answer);
}

/** One signature per line, for what was really seen. */
async function countersign(clinic: Clinic, ends: LooseEnds): Promise<void> {
  for (const { line, leaf, seen } of ends.unsigned.splice(0)) {
    await recordAlone(clinic, 'custodian', {
      kind: 'countersign',
      door: 'countersignatures',
      body: { ...now(clinic), line, leaf, seen: [...seen] },
    });
  }
}

/** Everything up to the close of the day, with earlier days to which something was added meanwhile. */
async function review(
  clinic: Clinic,
  ends: LooseEnds,
  { date, closed }: { readonly date: string; readonly closed: WrittenLine },
): Promise<void> {
  const { line, leaf } = closed;
  await recordAlone(clinic, 'custodian', {
    kind: 'review',
    door: 'reviews',
    body: {
      ...now(clinic),
      from: ends.reviewedTo + 1,
      to: line,
      leaf,
      days: [...new Set([...ends.reopened, date])],
    },
  });
  ends.reopened.clear();
  ends.reviewedTo = line;
}
