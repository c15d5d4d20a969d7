import type { Rows } from './head.js';
import { onNewPage, part } from './part.js';
import type { FootRow, Part, PartOf } from './part.js';

/** Schedules whose records are kept together. */
export interface ScheduleClass {
  /** For machines: "schedules-iii-to-v". */
  readonly name: string;
  readonly words: string;
  readonly has: (schedule: string) => boolean;
}

const SCHEDULE_II: ScheduleClass = {
  name: 'schedule-ii',
  words: 'schedule II',
  has: (schedule) => schedule === 'II',
};
const SCHEDULES_III_TO_V: ScheduleClass = {
  name: 'schedules-iii-to-v',
  words: 'schedules III to V',
  has: (schedule) => schedule !== 'II',
};

/** 21 CFR 1304.04(f)(1): records of schedule II are maintained separately from all others. */
export const KEPT_APART = [SCHEDULE_II, SCHEDULES_III_TO_V] as const;

/** Schedule II has pages of its own where the site ever had something of it. */
export function classesOf(schedules: Iterable<string>): readonly ScheduleClass[] {
  return [...schedules].some(SCHEDULE_II.has) ? KEPT_APART : [SCHEDULES_III_TO_V];
}

/** The same parts for each class, the first of each on a new page, so that each class can be filed alone. */
export async function* partsApart(
  schedules: () => Promise<ReadonlySet<string>>,
  partsOf: (of: ScheduleClass) => readonly [Part, ...Part[]],
): AsyncGenerator<Part> {
  for (const each of classesOf(await schedules())) {
    const [first, ...rest] = partsOf(each);
    yield onNewPage(first);
    yield* rest;
  }
}

interface Scheduled {
  readonly item: { readonly schedule: string };
}

/** A register of which what departs from the rule is listed first. */
export interface WithExceptions<T extends Scheduled, S extends Scheduled> {
  readonly rows: Rows<T>;
  readonly exceptions: Pick<PartOf<T>, 'heading' | 'empty' | 'columns'> & {
    /** Those of the rows that are listed. */
    readonly among: (rows: AsyncIterable<T>) => AsyncIterable<T>;
  };
  readonly all: Pick<PartOf<T>, 'name' | 'heading' | 'empty' | 'columns'>;
  /** Known after the last row. */
  readonly totals: () => readonly S[];
  readonly totalRow: (total: S) => FootRow;
}

/** Of one class: the exceptions, and then every row with the totals under them. */
export function exceptionsFirst<T extends Scheduled, S extends Scheduled>(
  of: ScheduleClass,
  { rows, exceptions, all, totals, totalRow }: WithExceptions<T, S>,
): readonly [Part, Part] {
  const own = (): AsyncGenerator<T> => rowsOfClass(of, rows());
  const { among, ...listed } = exceptions;
  return [
    part({ ...listed, name: `exceptions-${of.name}`, rows: () => among(own()) }),
    part({
      ...all,
      rows: own,
      foot: () =>
        totals()
          .filter(({ item }) => of.has(item.schedule))
          .map(totalRow),
    }),
  ];
}

/** Those rows whose item is of the class. */
export async function* rowsOfClass<T extends Scheduled>(
  { has }: ScheduleClass,
  rows: AsyncIterable<T> | Iterable<T>,
): AsyncGenerator<T> {
  for await (const row of rows) if (has(row.item.schedule)) yield row;
}
