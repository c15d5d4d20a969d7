import { refuse, settle } from '../decision.js';
import { TAKER_FIELD } from '../issued-report.js';
import { POLICIES } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';

/** A document that was issued: its line says what was printed from which ledger. Nothing moves. */
export const reportIssued: KindRules<'report-issued'> = {
  right: 'disclose',
  reads: () => ({ cells: [POLICIES], lines: [] }),
  decide: (request, context) => {
    const { from, to, size } = request;
    if (to < from) refuse('report.ends-before-start', { from, to });
    if (size > context.seq) refuse('report.beyond-ledger', { size, lines: context.seq });
    return settle(request, context, { states: [] });
  },
};

/** Issued documents that were handed to somebody outside. */
export const disclosure: KindRules<'disclosure'> = {
  right: 'disclose',
  reads: ({ reports }) => ({ cells: [POLICIES], lines: [...reports] }),
  decide: (request, context) => {
    const { reports, organisation, personal } = request;
    if (reports.length === 0) refuse('disclosure.nothing-named');
    const unknown = reports.filter((line) => context.book.line(line)?.kind !== 'report-issued');
    if (unknown.length > 0) refuse('disclosure.not-issued', { lines: unknown });
    const isTold = personal.some(({ field }) => field === TAKER_FIELD);
    if (organisation === null && !isTold) refuse('disclosure.nobody-named');
    return settle(request, context, { states: [] });
  },
};
