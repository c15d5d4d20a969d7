/**
 * Number of the way in which pages are laid out: what stands on which page, and how it reads. It changes with the text of any
 * page that was printed before, and with nothing else, so that a page outlives the release that printed it.
 */
export const LAYOUT = 5;
