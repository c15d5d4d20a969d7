import type { Vial } from './vials.js';

/** A draw as it was recorded, and as it was. */
export interface DrawDeed {
  readonly line: number;
  readonly id: string;
  readonly leaf: string;
  readonly vial: Vial;
  readonly stated: number;
  readonly true: number;
}

/** What an act leaves to be done: vials to close out, lines to countersign or to correct. */
export interface Deeds {
  readonly draws: DrawDeed[];
  readonly emptied: Vial[];
  readonly unwitnessed: { readonly line: number; readonly leaf: string }[];
}

export const deeds = (): Deeds => ({ draws: [], emptied: [], unwitnessed: [] });
