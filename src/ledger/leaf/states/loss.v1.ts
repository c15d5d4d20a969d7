import { DETERMINATIONS } from '../../../domain/losses/loss.js';
import type {
  FoundAgain,
  Loss,
  LossDeadlines,
  LossHistory,
  LossReport,
  LostShare,
} from '../../../domain/losses/loss.js';
import { as, flag, integer, list, nullable, oneOf, record, text } from '../codec.js';
import type { Codec } from '../codec.js';
import { auditItem, caseId, containerId, line, lossId, personId } from '../ids.js';
import { factor, form106, taken } from '../loss.v1.js';
import { fileHash, instant, quantity } from '../values.js';

const deadlines = record<LossDeadlines>({
  notice: as('notice', instant),
  form106: as('form_106', instant),
  states: as(
    'states',
    list(
      record<LossDeadlines['states'][number]>({
        state: as('state', text),
        to: as('to', text),
        due: as('due', instant),
      }),
    ),
  ),
});

const foundAgain = record<FoundAgain>({
  container: as('container', containerId),
  quantity: as('quantity', quantity),
  standsIn: as('stands_in', containerId),
});

export const lossStateV1: Codec<Loss> = record<Loss>({
  noun: as('noun', oneOf('loss')),
  id: as('id', lossId),
  status: as('status', oneOf('suspected', 'discovered', ...DETERMINATIONS)),
  cases: as('cases', list(caseId)),
  suspectedAt: as('suspected_at', instant),
  discoveredAt: as('discovered_at', nullable(instant)),
  deadlines: as('deadlines', nullable(deadlines)),
  determinedAt: as('determined_at', nullable(instant)),
  determinedBy: as('determined_by', nullable(personId)),
  factors: as('factors', list(factor)),
  taken: as('taken', list(taken)),
  found: as('found', list(foundAgain)),
  noticedAt: as('noticed_at', nullable(instant)),
  stateNoticesGiven: as('state_notices_given', list(text)),
  reportedAt: as('reported_at', nullable(instant)),
  amendmentDue: as('amendment_due', flag),
  lines: as('lines', list(line)),
});

export const lossHistoryStateV1: Codec<LossHistory> = record<LossHistory>({
  noun: as('noun', oneOf('loss-history')),
  id: as('id', oneOf('all')),
  losses: as(
    'losses',
    list(
      record<LossHistory['losses'][number]>({
        loss: as('loss', lossId),
        discoveredAt: as('discovered_at', instant),
        determination: as('determination', nullable(oneOf(...DETERMINATIONS))),
      }),
    ),
  ),
});

export const lostShareStateV1: Codec<LostShare> = record<LostShare>({
  noun: as('noun', oneOf('lost-share')),
  id: as('id', containerId),
  ndc: as('ndc', text),
  item: as('item', auditItem),
  shares: as(
    'shares',
    list(
      record<LostShare['shares'][number]>({
        loss: as('loss', lossId),
        quantity: as('quantity', quantity),
        settledIn: as('settled_in', nullable(line)),
      }),
    ),
  ),
});

export const lossReportStateV1: Codec<LossReport> = record<LossReport>({
  noun: as('noun', oneOf('loss-report')),
  id: as('id', lossId),
  line: as('line', line),
  form: as('form', form106),
  products: as(
    'products',
    list(
      record<LossReport['products'][number]>({
        ndc: as('ndc', text),
        item: as('item', auditItem),
        quantity: as('quantity', quantity),
      }),
    ),
  ),
  earlierLosses: as('earlier_losses', integer('losses')),
  submission: as(
    'submission',
    nullable(
      record<NonNullable<LossReport['submission']>>({
        reference: as('reference', text),
        file: as('file', nullable(fileHash)),
        at: as('at', instant),
      }),
    ),
  ),
  amends: as('amends', nullable(line)),
});
