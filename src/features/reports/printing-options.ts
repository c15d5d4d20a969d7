import type { ToldPage } from '../../../reports/page-code.js';

/** How a print goes on, and who is told. */
export interface PrintingOptions {
  /** Told how far it has come, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Told of each page of a PDF as it reads, when it is finished. */
  readonly onPageText?: (page: ToldPage) => void;
  /** Stops the printing; the promise then rejects. */
  readonly signal?: AbortSignal;
}
