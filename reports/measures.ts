/** Sizes of the printed page, in points. */
export const SIZE = { small: 7, text: 7.5, strong: 9.5, title: 15 } as const;
/** Base line to base line, as a multiple of the size. */
export const LEADING = 1.24;
export const RULE = { hair: 0.3, thin: 0.5, heavy: 1.1 } as const;
/** Between figures and words that do not belong to them. */
export const APART = 6;
export const MARGIN = { side: 30, top: 30, bottom: 24 } as const;
