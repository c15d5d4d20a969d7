/** Sizes of the paper. Apart from the page, so that whoever asks which there are need not load what draws on them. */
export const PAPERS = ['letter', 'a4'] as const;
export type Paper = (typeof PAPERS)[number];
