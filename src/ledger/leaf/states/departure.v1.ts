import { DESTRUCTION_METHODS } from '../../../domain/stock/departure.js';
import type { DepartedLine, Departure } from '../../../domain/stock/departure.js';
import type { ExactEnds } from '../../../domain/stock/exact-end.js';
import type { Weighing } from '../../../domain/stock/weighing.js';
import { as, flag, integer, list, nullable, oneOf, record, text } from '../codec.js';
import type { Codec } from '../codec.js';
import { SUPPLIER_FACTS } from '../facts.js';
import { auditItem, containerId, line, lineId, personId } from '../ids.js';
import { fileHash, instant, quantity } from '../values.js';

const departedLine = record<DepartedLine>({
  container: as('container', containerId),
  item: as('item', auditItem),
  quantity: as('quantity', quantity),
  full: as('full', flag),
  returned: as('returned', flag),
});

export const departureStateV1: Codec<Departure> = record<Departure>({
  noun: as('noun', oneOf('departure')),
  id: as('id', lineId),
  to: as('to', oneOf('destroyed', 'reverse-distributor', 'returned-to-supplier', 'authority')),
  at: as('at', instant),
  method: as('method', nullable(oneOf(...DESTRUCTION_METHODS))),
  recipient: as('recipient', nullable(record(SUPPLIER_FACTS))),
  taker: as('taker', nullable(text)),
  reference: as('reference', nullable(text)),
  file: as('file', nullable(fileHash)),
  lines: as('lines', list(departedLine)),
});

export const weighingStateV1: Codec<Weighing> = record<Weighing>({
  noun: as('noun', oneOf('weighing')),
  id: as('id', containerId),
  item: as('item', auditItem),
  line: as('line', line),
  volume: as('volume', quantity),
  uncertainty: as('uncertainty', quantity),
  book: as('book', quantity),
  low: as('low', quantity),
  high: as('high', quantity),
  agrees: as('agrees', oneOf('book', 'range', 'no')),
});

export const exactEndsStateV1: Codec<ExactEnds> = record<ExactEnds>({
  noun: as('noun', oneOf('ends')),
  id: as('id', personId),
  ends: as('ends', integer('close-outs')),
  exact: as('exact', integer('close-outs')),
  running: as('running', integer('close-outs')),
});
