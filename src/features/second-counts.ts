import type { AuditItem, PersonId } from '../domain/ids.js';
import type { CountedPlace, SecondCount, SecondNumber } from '../domain/request.js';
import { sameVolume } from '../domain/counting/second-count.js';
import type {
  CountApart,
  CountDraft,
  HandedIn,
  HandIn,
  TallyFigures,
} from './count-drafts.store.js';
import { measuredOf, openLine, PLACE_NAMES } from './counted-lines.js';

/** How a count by two people stands for one of them; for whoever is at neither, as for the one who has not begun. */
export const APART_STATUSES = [
  'counting',
  'waiting',
  'differ',
  'recount',
  'agreed',
  'recorded',
] as const;
export type ApartStatus = (typeof APART_STATUSES)[number];

/** Whose side of a count a person is on; undefined where both are taken by others. */
export function sideOf(
  { counter, apart }: CountDraft,
  person: PersonId,
): 'own' | 'second' | undefined {
  if (counter === person) return 'own';
  const second = apart?.secondCounter ?? person;
  return second === person ? 'second' : undefined;
}

/** What one of both knows of the other: that they have handed in, and whether both found the same. Never a figure. */
export function statusFor(draft: CountDraft, side: 'own' | 'second'): ApartStatus {
  const { apart, line } = draft;
  if (line !== null) return 'recorded';
  if (haveAgreed(apart)) return 'agreed';
  if (apart?.[side]?.latest != null) return 'waiting';
  if (apart?.differs === true) return 'differ';
  return apart?.[side]?.standing != null ? 'recount' : 'counting';
}

/** Both have handed in: what differed was taken back from both. */
export const haveAgreed = (apart: CountApart | null): boolean =>
  apart?.own?.latest != null && apart.second?.latest != null;

/** Whether figures are those that both have found, or that the only counter has handed in. */
export function isWhatWasFound(figures: TallyFigures, apart: CountApart): boolean {
  if (apart.second !== null && !haveAgreed(apart)) return false;
  return apart.own === null || sameFigures(figures, apart.own.latest);
}

/**
 * What is kept once one of both has handed in. Nobody changes what they have handed in before the other has as well; where
 * both differ, all of it is counted again.
 */
export function afterHandingIn(
  draft: CountDraft,
  handed: {
    readonly side: 'own' | 'second';
    readonly person: PersonId;
    readonly figures: TallyFigures;
    /** Size of the ledger now. */
    readonly size: number;
  },
): HandIn | undefined {
  const { apart, size, again } = draft;
  const { side, person, figures } = handed;
  if (apart === null || apart[side]?.latest != null) return undefined;
  const secondCounter = side === 'second' ? person : apart.secondCounter;
  const next = { ...apart, secondCounter, [side]: handedIn(apart[side], figures, again), size };
  const [own, second] = [next.own?.latest, next.second?.latest];
  if (own == null || second == null) return next;
  const rounds = apart.rounds + 1;
  if (foundTheSame(own, second)) return { ...next, rounds, differs: false };
  const takenBack = (each: HandedIn | null) => each && { ...each, latest: null };
  return {
    ...next,
    own: takenBack(next.own),
    second: takenBack(next.second),
    rounds,
    differs: true,
    // Everything is measured anew: what was drawn until now touched none of it.
    size: handed.size,
  };
}

/** What the second counter found, as the entry states it, in the order of the first one's lines. */
export function secondCountOf(place: CountedPlace, apart: CountApart): SecondCount | null {
  const { secondCounter, second, rounds } = apart;
  if (secondCounter === null || second?.latest == null) return null;
  const { first, latest } = second;
  const numberOf = (item: AuditItem, line: string): SecondNumber => ({
    item,
    containers: latest.numbers[line] ?? 0,
    first: first.numbers[line] ?? latest.numbers[line] ?? 0,
  });
  return {
    counter: secondCounter,
    rounds,
    sealed: place.sealed.map(({ item }) => numberOf(item, PLACE_NAMES.sealed(item))),
    quarantined: place.quarantined.map(({ item }) => numberOf(item, PLACE_NAMES.quarantined(item))),
    open: place.open.flatMap(({ container }) => {
      const line = openLine(container);
      const found = latest.volumes[line];
      if (found === undefined) return [];
      const { quantity, resolution } = measuredOf(found);
      return [
        {
          container,
          quantity,
          first: measuredOf(first.volumes[line] ?? found).quantity,
          resolution,
        },
      ];
    }),
  };
}

/** The figures of one person: lines that both agreed on before stand, unless they are asked for again. */
function handedIn(
  before: HandedIn | null,
  figures: TallyFigures,
  again: CountDraft['again'],
): HandedIn {
  const standing = before?.standing ?? null;
  const asked = <T>(own: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(own).filter(([line]) => again[line] !== undefined));
  const latest: TallyFigures =
    standing === null
      ? figures
      : {
          numbers: { ...standing.numbers, ...asked(figures.numbers) },
          volumes: { ...standing.volumes, ...asked(figures.volumes) },
        };
  return { first: before?.first ?? figures, standing, latest };
}

/** Whoever leaves out an audit item has found none of it; an open container is measured by both. */
function foundTheSame(one: TallyFigures, other: TallyFigures): boolean {
  const numbers = [...Object.keys(one.numbers), ...Object.keys(other.numbers)];
  const volumes = [...Object.keys(one.volumes), ...Object.keys(other.volumes)];
  return (
    numbers.every((line) => (one.numbers[line] ?? 0) === (other.numbers[line] ?? 0)) &&
    volumes.every((line) => {
      const [a, b] = [one.volumes[line], other.volumes[line]];
      return a !== undefined && b !== undefined && sameVolume(measuredOf(a), measuredOf(b));
    })
  );
}

/** Whether somebody hands in the very figures again. */
function sameFigures(one: TallyFigures, other: TallyFigures | null): boolean {
  return other !== null && textOf(one) === textOf(other);
}

const textOf = ({ numbers, volumes }: TallyFigures): string =>
  JSON.stringify([
    Object.entries(numbers).sort(),
    Object.entries(volumes)
      .map(([line, { quantity, method, resolution }]) => [line, quantity, method, resolution])
      .sort(),
  ]);
