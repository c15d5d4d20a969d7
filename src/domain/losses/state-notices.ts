/**
 * What boards and agencies of states ask for beside the federal notice of a theft or loss. Data, not law: a rule whose
 * text was not seen in a source is a reminder to ask the board, and is never printed as a duty.
 */
export interface StateNotice {
  /** ISO 3166-2: "US-MO". */
  readonly state: string;
  /** To whom, in words. */
  readonly to: string;
  readonly what: string;
  /** Calendar days from discovery, the day of discovery not counted. */
  readonly days: number;
  /** Null where the text was not confirmed: then nothing is printed as law. */
  readonly citation: string | null;
}

export const STATE_NOTICES: readonly StateNotice[] = [
  {
    state: 'US-MO',
    to: 'Missouri Bureau of Narcotics and Dangerous Drugs',
    what: 'Notice at once on discovery, and the loss report within 7 days; more time on request',
    days: 7,
    citation: 'Missouri BNDD, guidance on reporting losses',
  },
  {
    state: 'US-CA',
    to: 'California State Board of Pharmacy',
    what: 'Report of a loss above the board’s thresholds, where a pharmacy or clinic license is held',
    days: 30,
    citation: null,
  },
];

/** The notices of one state, the shortest first. */
export function noticesOf(state: string | null): readonly StateNotice[] {
  return STATE_NOTICES.filter((notice) => notice.state === state).sort((a, b) => a.days - b.days);
}

/** The state of a United States address that ends in "MO 65101", as ISO 3166-2; null where none can be read. */
export function stateOfAddress(address: string): string | null {
  const found = /\b([A-Z]{2}) \d{5}(?:-\d{4})?\s*$/.exec(address);
  return found?.[1] === undefined ? null : `US-${found[1]}`;
}
