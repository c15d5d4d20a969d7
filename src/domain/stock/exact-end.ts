import type { PersonId } from '../ids.js';

/** How the containers ended that a person drew from: kept per person, so that a pattern shows that no single end shows. */
export interface ExactEnds {
  readonly noun: 'ends';
  readonly id: PersonId;
  /** Close-outs of containers with two draws or more. */
  readonly ends: number;
  /** Of those, how many had a book of exactly nothing. */
  readonly exact: number;
  /** How many exact ones came last, one after another. */
  readonly running: number;
}

/** Every needle keeps something, and makers fill more than the label: a book of exactly nothing is rare, and rarer again. */
export const FEWEST_DRAWS = 2;
export const NOTICED_FROM = 3;

export function ended(before: ExactEnds | undefined, id: PersonId, isExact: boolean): ExactEnds {
  const { ends = 0, exact = 0, running = 0 } = before ?? {};
  return {
    noun: 'ends',
    id,
    ends: ends + 1,
    exact: exact + (isExact ? 1 : 0),
    running: isExact ? running + 1 : 0,
  };
}
