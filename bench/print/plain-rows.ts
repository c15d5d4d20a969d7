import { LEDGER_COLUMNS } from '../../reports/ledger.js';
import { ledgerBlock } from '../../reports/ledger-lines.js';
import type { LedgerReport } from '../../reports/ledger-rows.js';
import type { Row } from '../../reports/table.js';
import { ZONE } from './sample-ledger.js';

/** The rows of the ledger as plain text, one for each column. */
export async function* rowsOf(report: LedgerReport): AsyncGenerator<readonly string[]> {
  for await (const section of report.sections()) {
    for await (const line of section.lines()) {
      for (const { cells } of ledgerBlock(line, ZONE, 'mL').rows) {
        yield LEDGER_COLUMNS.map((_, index) => textOf(cells[index] ?? null));
      }
    }
  }
}

export function textOf(cell: Row['cells'][number]): string {
  if (cell === null) return '';
  const text = typeof cell === 'object' && 'text' in cell ? cell.text : cell;
  return typeof text === 'string' ? text : text.map((run) => run.text).join('');
}
