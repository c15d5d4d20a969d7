import { present, refuse, settle } from '../decision.js';
import type { SignedCopy } from '../counting/inventory.js';
import type { KindRules } from '../kind-rules.js';

/** The signed print of an inventory, scanned, is tied to its line. Filed once more, the newer scan stands; both stay. */
export const filing: KindRules<'filing'> = {
  right: 'inventory',
  reads: ({ line }) => ({ cells: [], lines: [line] }),
  decide: (request, context) => {
    const { line, leaf, file, occurredAt } = request;
    const filed = present(context.book.line(line), 'filing.not-an-inventory', { line });
    if (filed.kind !== 'inventory') refuse('filing.not-an-inventory', { line });
    if (context.leafHashOf(line) !== leaf) refuse('filing.leaf-mismatch', { line });
    if (context.performer === 'system') throw new Error('the system signs and files nothing');
    const copy: SignedCopy = {
      noun: 'signed-copy',
      id: String(line),
      file,
      line: context.seq,
      filedBy: context.performer,
      filedAt: occurredAt,
    };
    return settle(request, context, { states: [copy] });
  },
};
