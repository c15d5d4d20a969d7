import { containerAccount } from '../custody.js';
import type { Movement } from '../custody.js';
import { present, refuse } from '../decision.js';
import type { Context, Draft } from '../decision.js';
import type { State } from '../entry.js';
import type { ContainerId } from '../ids.js';
import { formatMeasured } from '../measures/quantity.js';
import type { CorrectionChange } from '../request.js';
import { wholeContainer } from '../stock/stock.js';

/**
 * Containers that never arrived, or were entered twice, leave the book the way they came in. One that was used is refused:
 * its draws are first corrected to the container that they really came from, which leaves this one sealed and full.
 */
export function withdrawContainers(
  { containers }: Extract<CorrectionChange, { readonly type: 'receipt-withdrawn' }>,
  original: number,
  context: Context,
): Draft {
  if (containers.length === 0) refuse('correction.changes-nothing', { line: original });
  const entry = present(context.book.line(original), 'correction.line-unknown', { line: original });
  const from = entry.kind === 'receipt' ? ('supplier' as const) : ('opening' as const);
  const movements: Movement[] = [];
  const states: State[] = [];
  for (const id of new Set(containers)) {
    const { stock, condition } = wholeContainer(context.book, id);
    if (!id.startsWith(`${original}-`))
      refuse('correction.wrong-kind', { line: original, container: id });
    const account = containerAccount(id);
    const quantity = context.book.balance(account);
    if (condition.status === 'closed') refuse('correction.used-up', { container: id });
    if (condition.draws > 0 || (condition.status === 'sealed' && quantity !== stock.size)) {
      refuse('correction.used-up', {
        container: id,
        draws: condition.draws,
        remaining: formatMeasured(quantity, stock.unit),
      });
    }
    if (quantity > 0n) movements.push({ from: account, to: from, quantity, item: stock.item });
    states.push({ ...condition, status: 'closed' });
  }
  return { movements, states: [...states, ...withoutContainers(containers, original, context)] };
}

/** The receipt names the containers that it really brought. */
function withoutContainers(
  gone: readonly ContainerId[],
  original: number,
  context: Context,
): readonly State[] {
  const receipt = context.book.find('receipt', String(original));
  if (receipt === undefined) return [];
  const containers = receipt.containers.filter((id) => !gone.includes(id));
  return [{ ...receipt, containers }];
}
