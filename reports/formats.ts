/** Forms for machines. Apart from what writes them, so that whoever asks which there are need not load it. */
export const SHEET_FORMATS = ['csv', 'json', 'xlsx'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];
