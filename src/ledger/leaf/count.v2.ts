import { COUNT_TYPES } from '../../domain/counting/count.js';
import type {
  InvestigatorsCount,
  InvestigatorsNumber,
  InvestigatorsVolume,
  SecondCount,
  SecondNumber,
  SecondVolume,
} from '../../domain/request.js';
import { as, integer, list, nullable, oneOf, record, text } from './codec.js';
import type { Codec } from './codec.js';
import type { BodyOf } from './body.js';
import { countFieldsV1 } from './count.v1.js';
import { auditItem, containerId, containers, personId } from './ids.js';
import { quantity } from './values.js';

const secondNumber: Codec<SecondNumber> = record<SecondNumber>({
  item: as('item', auditItem),
  containers: as('containers', containers),
  first: as('first', containers),
});

const second: Codec<SecondCount> = record<SecondCount>({
  counter: as('counter', personId),
  rounds: as('rounds', integer('rounds')),
  sealed: as('sealed', list(secondNumber)),
  quarantined: as('quarantined', list(secondNumber)),
  open: as(
    'open',
    list(
      record<SecondVolume>({
        container: as('container', containerId),
        quantity: as('quantity', quantity),
        first: as('first', quantity),
        resolution: as('resolution', quantity),
      }),
    ),
  ),
});

const investigatorsNumber: Codec<InvestigatorsNumber> = record<InvestigatorsNumber>({
  item: as('item', auditItem),
  containers: as('containers', containers),
});

const investigators: Codec<InvestigatorsCount> = record<InvestigatorsCount>({
  agency: as('agency', text),
  sealed: as('sealed', list(investigatorsNumber)),
  quarantined: as('quarantined', list(investigatorsNumber)),
  open: as(
    'open',
    list(
      record<InvestigatorsVolume>({
        container: as('container', containerId),
        quantity: as('quantity', quantity),
      }),
    ),
  ),
});

/** Counts by two people apart, and counts before investigators. Counts and recounts say the same. */
export const countV2: Codec<BodyOf<'count'>> = record<BodyOf<'count'>>({
  ...countFieldsV1,
  type: as('type', oneOf(...COUNT_TYPES)),
  second: as('second', nullable(second)),
  investigators: as('investigators', nullable(investigators)),
});
