/** Everything; the bytes and the tree alone; and what the language itself needs to read the leaves, for comparison. */
export const VERIFY_WAYS = ['book', 'tree', 'parse'] as const;
export type VerifyWay = (typeof VERIFY_WAYS)[number];

export interface VerifyFigures {
  readonly lines: number;
  readonly seconds: number;
  /** Of all threads: the collector's help counts, waiting for the disk does not. */
  readonly processorSeconds: number;
  readonly peakMiB: number;
}
