import { FACTORS, factorField, LOSS_TYPES } from '../../src/domain/losses/loss.js';
import type { Form106, LossStep, Taken } from '../../src/domain/losses/loss.js';
import { asId } from '../../src/domain/ids.js';
import type { LossId } from '../../src/domain/ids.js';
import type { LossRequest, RequestHead } from '../../src/domain/request.js';
import { hyphened } from './scenario-additions.js';
import { oneOf } from './scenario-cast.js';
import { Remarks } from './scenario-remarks.js';
import type { Saying, SentenceForm } from './scenario-sentences.js';
import { part, volume } from './scenario-stage.js';
import type { Parts, Stage } from './scenario-stage.js';
import { splitAnd } from './scenario.js';

/** Sentences about thefts and losses. */
export const LOSS_SENTENCES: readonly SentenceForm[] = [
  {
    form: /^suspects a loss(?: about (?<cases>.+))?$/,
    says: (parts, saying) =>
      lossOf(saying, null, { type: 'suspected', cases: cases(parts, saying) }),
  },
  {
    form: /^suspects (?<loss>loss \S+) again$/,
    says: (parts, saying) => lossOf(saying, part(parts, 'loss'), { type: 'suspected', cases: [] }),
  },
  {
    form: /^discovers (?:a loss|(?<loss>(?:unknown )?loss(?: \S+)?))(?: in (?<state>US-\S+))?(?: about (?<cases>.+))?$/,
    says: (parts, saying) =>
      lossOf(saying, parts['loss'] ?? null, {
        type: 'discovered',
        cases: cases(parts, saying),
        state: parts['state'] ?? null,
      }),
  },
  { form: /^determines (?<loss>\S+ \S+) as (?<as>.+)$/, says: determination },
  {
    form: /^notifies (?<office>the field division office|US-\S+) of (?<loss>\S+ \S+)$/,
    says: (parts, saying) => {
      const office = part(parts, 'office');
      const isState = office.startsWith('US-');
      return lossOf(saying, part(parts, 'loss'), {
        type: 'notified',
        to: isState ? 'state' : 'field-division-office',
        office,
        state: isState ? office : null,
        manner: 'email',
        file: null,
      });
    },
  },
  {
    form: /^(?:prepares|submits) form 106 of (?<loss>\S+ \S+) as (?<type>.+?)(?: under (?<reference>\S+))?$/,
    says: (parts, saying) => {
      const reference = parts['reference'];
      return lossOf(saying, part(parts, 'loss'), {
        type: 'form-106',
        form: form(oneOf(LOSS_TYPES, hyphened(part(parts, 'type')))),
        submission: reference === undefined ? null : { reference, file: null },
      });
    },
  },
  {
    form: /^finds (?<lines>.+) of (?<loss>(?:unknown )?loss \S+)$/,
    says: (parts, saying) =>
      lossOf(saying, part(parts, 'loss'), {
        type: 'found',
        containers: splitAnd(part(parts, 'lines'))
          .filter((line) => line !== 'nothing')
          .map((line) => quantityOf(line, saying.stage)),
      }),
  },
];

function lossOf(
  { head, stage }: Saying,
  name: string | null,
  step: LossStep,
  personal: RequestHead['personal'] = [],
): LossRequest {
  const loss: LossId | null = name === null ? null : asId(stage.case(name));
  return { ...head, personal: [...head.personal, ...personal], kind: 'loss', loss, step };
}

const cases = (parts: Parts, { stage }: Saying) =>
  splitAnd(parts['cases'] ?? '').map((name) => stage.case(name));

/** "theft of 10.000 mL of vial A settled by closing 1", "not significant (pattern unanswered)" */
function determination(parts: Parts, saying: Saying): LossRequest {
  const remarks = new Remarks(part(parts, 'as'));
  const { as = '', lines = '' } = remarks.match(
    /^(?<as>theft|significant loss|not significant)(?: of (?<lines>.+))?$/,
  );
  const unanswered = remarks.take(/^(\S+) unanswered$/);
  const answered = FACTORS.filter((factor) => factor !== unanswered);
  const step: LossStep = {
    type: 'determined',
    as: oneOf(['theft', 'significant-loss', 'not-significant'] as const, hyphened(as)),
    factors: answered.map((factor) => ({ factor, weighs: 'for' })),
    taken: splitAnd(lines).map((line): Taken => {
      const [what = '', settledBy] = line.split(' settled by ');
      const settledIn =
        settledBy === undefined
          ? null
          : settledBy.startsWith('unknown ')
            ? 999
            : saying.stage.thing(settledBy).line;
      return { ...quantityOf(what, saying.stage), settledIn };
    }),
  };
  const personal = answered.map((factor) => ({
    field: factorField(factor),
    value: `what was weighed of ${factor}`,
    retention: 'case' as const,
  }));
  return lossOf(saying, part(parts, 'loss'), remarks.done(step), personal);
}

function quantityOf(text: string, stage: Stage): Pick<Taken, 'container' | 'quantity'> {
  const [, amount = '', container = ''] = /^(\S+) mL of (.+)$/.exec(text) ?? [];
  return { container: stage.container(container), quantity: volume(amount) };
}

const form = (type: Form106['type']): Form106 => ({
  occurredOn: null,
  type,
  principalBusiness: 'practitioner',
  county: 'Tompkins',
  telephone: '607 555 0100',
  police: null,
  armedRobbery: null,
  purchaseValue: 4_500,
  otherGoodsValue: null,
  transit: null,
  orderForms: [],
});
