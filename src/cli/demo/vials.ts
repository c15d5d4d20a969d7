import type { Chance } from './random.js';

/**
 * What a vial really holds, which nobody at the clinic knows: makers fill a little more than the label says, and every draw
 * leaves some in the needle. All figures are microlitres.
 */
export interface Vial {
  readonly id: string;
  readonly product: string;
  readonly lot: string;
  readonly size: number;
  /** What is physically left. */
  left: number;
  /** What the book says is left. */
  book: number;
  draws: number;
  drawers: Set<string>;
  /** Day on which it was first entered; undefined while sealed. */
  openedDay: number | undefined;
}

/** A sealed vial: its overfill is usually most of what the compendium allows. */
export function filledVial(
  label: Pick<Vial, 'id' | 'product' | 'lot' | 'size'>,
  chance: Chance,
): Vial {
  const { size } = label;
  const typical = size >= 20_000 ? 600 : size >= 10_000 ? 500 : 300;
  const overfill = Math.round(typical * (0.55 + 0.6 * chance.next()));
  return {
    ...label,
    left: size + overfill,
    book: size,
    draws: 0,
    drawers: new Set(),
    openedDay: undefined,
  };
}

/** Takes a quantity and loses the dead space of one needle with it. */
export function takeFrom(vial: Vial, quantity: number, by: string, chance: Chance): void {
  vial.left = Math.max(0, vial.left - quantity - chance.between(20, 55));
  vial.book -= quantity;
  vial.draws += 1;
  vial.drawers.add(by);
}

/** What can still be drawn, in steps of a hundredth of a millilitre. */
export const drawable = (vial: Vial): number => Math.floor(Math.max(0, vial.left - 60) / 10) * 10;

/** What the syringe resolves with which open vials are measured. */
export const RESOLUTION = 50;

/** What somebody reads when they measure an open vial against a graduated syringe. */
export function measure(vial: Vial, chance: Chance): number {
  const reading = vial.left + chance.between(-30, 30);
  return Math.max(0, Math.round(reading / RESOLUTION) * RESOLUTION);
}
