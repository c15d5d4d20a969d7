import {
  DETERMINATIONS,
  FACTORS,
  LOSS_TYPES,
  NOTICE_MANNERS,
  PRINCIPAL_BUSINESSES,
  WEIGHTS,
} from '../../domain/losses/loss.js';
import type { FactorAnswer, Form106, LossStep, Taken } from '../../domain/losses/loss.js';
import { as, flag, integer, list, nullable, oneOf, record, text, variant } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { caseId, containerId, line, lossId } from './ids.js';
import { date, fileHash, quantity } from './values.js';

type Step<T extends LossStep['type']> = Extract<LossStep, { readonly type: T }>;

export const factor: Codec<FactorAnswer> = record<FactorAnswer>({
  factor: as('factor', oneOf(...FACTORS)),
  weighs: as('weighs', oneOf(...WEIGHTS)),
});

export const taken: Codec<Taken> = record<Taken>({
  container: as('container', containerId),
  quantity: as('quantity', quantity),
  settledIn: as('settled_in', nullable(line)),
});

const cents = integer('cents of a dollar');

export const form106: Codec<Form106> = record<Form106>({
  occurredOn: as('occurred_on', nullable(date)),
  type: as('type', oneOf(...LOSS_TYPES)),
  principalBusiness: as('principal_business', oneOf(...PRINCIPAL_BUSINESSES)),
  county: as('county', text),
  telephone: as('telephone', text),
  police: as(
    'police',
    nullable(
      record<NonNullable<Form106['police']>>({
        department: as('department', text),
        telephone: as('telephone', text),
        report: as('report', nullable(text)),
      }),
    ),
  ),
  armedRobbery: as(
    'armed_robbery',
    nullable(
      record<NonNullable<Form106['armedRobbery']>>({
        killed: as('killed', integer('people')),
        injured: as('injured', integer('people')),
      }),
    ),
  ),
  purchaseValue: as('purchase_value', cents),
  otherGoodsValue: as('other_goods_value', nullable(cents)),
  transit: as(
    'transit',
    nullable(
      record<NonNullable<Form106['transit']>>({
        carrier: as('carrier', text),
        consignee: as('consignee', text),
        consigneeDeaNumber: as('consignee_dea_number', text),
        cartonReceived: as('carton_received', flag),
        tampering: as('tampering', flag),
        earlierLosses: as('earlier_losses', integer('losses')),
      }),
    ),
  ),
  orderForms: as('order_forms', list(text)),
});

const submission = record<NonNullable<Step<'form-106'>['submission']>>({
  reference: as('reference', text),
  file: as('file', nullable(fileHash)),
});

const step: Codec<LossStep> = variant<LossStep, 'type'>('type', 'type', {
  suspected: record<Step<'suspected'>>({
    type: as('type', oneOf('suspected')),
    cases: as('cases', list(caseId)),
  }),
  discovered: record<Step<'discovered'>>({
    type: as('type', oneOf('discovered')),
    cases: as('cases', list(caseId)),
    state: as('state', nullable(text)),
  }),
  determined: record<Step<'determined'>>({
    type: as('type', oneOf('determined')),
    as: as('as', oneOf(...DETERMINATIONS)),
    factors: as('factors', list(factor)),
    taken: as('taken', list(taken)),
  }),
  notified: record<Step<'notified'>>({
    type: as('type', oneOf('notified')),
    to: as('to', oneOf('field-division-office', 'state')),
    office: as('office', text),
    state: as('state', nullable(text)),
    manner: as('manner', oneOf(...NOTICE_MANNERS)),
    file: as('file', nullable(fileHash)),
  }),
  'form-106': record<Step<'form-106'>>({
    type: as('type', oneOf('form-106')),
    form: as('form', form106),
    submission: as('submission', nullable(submission)),
  }),
  found: record<Step<'found'>>({
    type: as('type', oneOf('found')),
    containers: as(
      'containers',
      list(
        record<Step<'found'>['containers'][number]>({
          container: as('container', containerId),
          quantity: as('quantity', quantity),
        }),
      ),
    ),
  }),
});

export const lossV1: Codec<BodyOf<'loss'>> = record<BodyOf<'loss'>>({
  ...HEAD,
  loss: as('loss', nullable(lossId)),
  step: as('step', step),
});
