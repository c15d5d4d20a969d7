/** The writer of the service, one that is plain, and none. */
export const WRITERS = ['ours', 'plain', 'none'] as const;
export type Writer = (typeof WRITERS)[number];
