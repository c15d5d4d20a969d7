import { isolated } from '../../../reports/isolated.js';
import { stamp } from '../../../reports/words.js';
import type { Zone } from '../../domain/measures/instant.js';
import type { Duty } from '../../domain/losses/loss-clocks.js';
import type {
  Determination,
  Factor,
  FactorAnswer,
  Form106,
  Loss,
  LossStep,
  NoticeManner,
} from '../../domain/losses/loss.js';
import type { ContainerId } from '../../domain/ids.js';
import { formatQuantity } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';

/** How thefts and losses are told in words. */

export const LOSS_WORDS: Readonly<Record<Loss['status'], string>> = {
  suspected: 'Suspected',
  discovered: 'Discovered, not determined yet',
  theft: 'Theft',
  'significant-loss': 'Significant loss',
  'not-significant': 'Loss, not significant',
};

export const FACTOR_WORDS: Readonly<Record<Factor, string>> = {
  'quantity-for-the-business': 'Quantity for the type of business',
  substance: 'The specific substance',
  access: 'Access of specific people, or unique activities',
  pattern: 'Pattern over time, and efforts to resolve it',
  'diversion-candidate': 'Likely candidate for diversion',
  'local-trends': 'Local trends and other indicators',
};
export const WEIGHT_WORDS: Readonly<Record<FactorAnswer['weighs'], string>> = {
  for: 'Speaks for significance',
  against: 'Speaks against it',
  unknown: 'Not known',
};

export const LOSS_TYPE_WORDS: Readonly<Record<Form106['type'], string>> = {
  'night-break-in': 'Night break-in',
  'armed-robbery': 'Armed robbery',
  'employee-pilferage': 'Employee pilferage',
  'customer-theft': 'Customer theft',
  'lost-in-transit': 'Lost in transit',
  other: 'Other',
};
export const BUSINESS_WORDS: Readonly<Record<Form106['principalBusiness'], string>> = {
  pharmacy: 'Pharmacy',
  practitioner: 'Practitioner',
  manufacturer: 'Manufacturer',
  'hospital-clinic': 'Hospital or clinic',
  distributor: 'Distributor',
  'methadone-program': 'Methadone program',
  other: 'Other',
};

const DETERMINED_WORDS: Readonly<Record<Determination, string>> = {
  theft: 'a theft',
  'significant-loss': 'a significant loss',
  'not-significant': 'a loss that is not significant',
};
const MANNER_WORDS: Readonly<Record<NoticeManner, string>> = {
  email: 'e-mail',
  fax: 'fax',
  letter: 'letter',
  portal: 'portal',
};

export const DUTY_WORDS: Readonly<Record<Duty['duty'], string>> = {
  notice: 'Written notice',
  'form-106': 'DEA Form 106',
  'amended-form-106': 'Amended Form 106',
  'state-notice': 'Notice to the state',
};
const DUTY_STATUS_WORDS: Readonly<Record<Duty['status'], string>> = {
  open: 'OPEN',
  overdue: 'OVERDUE',
  done: 'Done',
  'done-late': 'Done LATE',
};

/** "Done 2026-03-06 09:15 EST". */
export function dutyStatus({ duty, status }: Duty, loss: Loss, zone: Zone): string {
  const at = duty === 'notice' ? loss.noticedAt : duty === 'form-106' ? loss.reportedAt : null;
  const when = at === null || status === 'open' || status === 'overdue' ? '' : stamp(at, zone);
  return [DUTY_STATUS_WORDS[status], when].filter((words) => words !== '').join(' ');
}

/** "Loss 91-1: theft". */
export const lossTitle = ({ id, status }: Loss): string =>
  `Loss ${id}: ${LOSS_WORDS[status].toLowerCase()}`;

/** What a step was, and what it says beside it. */
export function stepWords(
  step: LossStep,
  unitOf: (container: ContainerId) => string,
): { readonly step: string; readonly said: string } {
  const amount = (each: { readonly container: ContainerId; readonly quantity: Quantity }): string =>
    `${formatQuantity(each.quantity)} ${unitOf(each.container)} of ${each.container}`;
  switch (step.type) {
    case 'suspected':
      return { step: 'Suspected', said: casesWords(step.cases) };
    case 'discovered':
      return { step: 'Discovered', said: casesWords(step.cases) };
    case 'determined': {
      const gone = step.taken.map(amount);
      const what = gone.length === 0 ? '' : `: ${gone.join(', ')}`;
      return { step: 'Determined', said: `As ${DETERMINED_WORDS[step.as]}${what}.` };
    }
    case 'notified': {
      const to = step.to === 'state' ? (step.state ?? '') : 'DEA Field Division Office';
      return {
        step: 'Notified',
        said: `${to}: ${isolated(step.office)}, by ${MANNER_WORDS[step.manner]}.`,
      };
    }
    case 'form-106':
      return step.submission === null
        ? { step: 'Form 106 prepared', said: '' }
        : { step: 'Form 106 submitted', said: `Reference ${isolated(step.submission.reference)}.` };
    case 'found': {
      const again = step.containers.map(amount);
      return { step: 'Found again', said: `${again.join(', ')}.` };
    }
  }
}

const casesWords = (cases: readonly string[]): string =>
  cases.length === 0 ? '' : `Of ${cases.length === 1 ? 'case' : 'cases'} ${cases.join(', ')}.`;
