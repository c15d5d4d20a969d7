import type { Stock } from '../stock/container.js';
import { present, refuse } from '../decision.js';
import type { Context, Draft } from '../decision.js';
import type { State } from '../entry.js';
import { mint } from '../ids.js';
import type { StockId } from '../ids.js';
import type { CorrectionChange } from '../request.js';
import { wholeContainer } from '../stock/stock.js';

type Change<T extends CorrectionChange['type']> = Extract<CorrectionChange, { readonly type: T }>;

/** The invoice of a delivery was written down wrongly, or came later. */
export function correctReceipt(
  change: Change<'receipt-particulars'>,
  original: number,
  context: Context,
): Draft {
  const before = present(context.book.find('receipt', String(original)), 'correction.wrong-kind', {
    line: original,
  });
  const { invoiceNumber, invoiceDate, invoiceFile } = change;
  const isSame =
    before.invoiceNumber === invoiceNumber &&
    before.invoiceDate === invoiceDate &&
    before.invoiceFile === invoiceFile;
  if (isSame) refuse('correction.changes-nothing', { line: original });
  return { states: [{ ...before, invoiceNumber, invoiceDate, invoiceFile }] };
}

/** Some containers of a line carry another lot or expiry than was written: they become a stock of their own. */
export function correctLot(
  change: Change<'lot-particulars'>,
  original: number,
  context: Context,
): Draft {
  const states: State[] = [];
  const renamed = new Map<StockId, Stock>();
  for (const id of change.containers) {
    const { container, stock } = wholeContainer(context.book, id);
    if (!id.startsWith(`${original}-`))
      refuse('correction.wrong-kind', { line: original, container: id });
    if (stock.lot === change.lot && stock.expires === change.expires)
      refuse('correction.changes-nothing', { container: id });
    let own = renamed.get(stock.id);
    if (own === undefined) {
      own = {
        ...stock,
        id: mint(context.seq, renamed.size + 1),
        lot: change.lot,
        expires: change.expires,
      };
      renamed.set(stock.id, own);
      states.push(own);
    }
    states.push({ ...container, stock: own.id });
  }
  if (states.length === 0) refuse('correction.changes-nothing', { line: original });
  return { states };
}
