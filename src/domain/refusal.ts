/**
 * Every refusal there is. The class says what kind of no it is:
 *  - `identity`: names something that does not exist, or not here;
 *  - `impossible`: arithmetic or order of events that cannot be;
 *  - `practice`: a rule of practice; it stops an intended act, while a done one is recorded with its reason and flag;
 *  - `question`: likely a slip; repeated with its code in `confirmed` it goes through;
 *  - `signature`: another person's or a fresh signature is needed;
 *  - `authority`: this person may not do this here;
 *  - `conflict`: something happened meanwhile.
 */
export type RejectionClass =
  'identity' | 'impossible' | 'practice' | 'question' | 'signature' | 'authority' | 'conflict';

export interface Refusal {
  readonly class: RejectionClass;
  readonly says: string;
  readonly next: string;
}

export const identity = (says: string, next: string): Refusal => ({
  class: 'identity',
  says,
  next,
});
export const impossible = (says: string, next: string): Refusal => ({
  class: 'impossible',
  says,
  next,
});
export const practice = (says: string, next: string): Refusal => ({
  class: 'practice',
  says,
  next,
});
export const question = (says: string, next: string): Refusal => ({
  class: 'question',
  says,
  next,
});
export const signature = (says: string, next: string): Refusal => ({
  class: 'signature',
  says,
  next,
});
export const authority = (says: string, next: string): Refusal => ({
  class: 'authority',
  says,
  next,
});
export const conflict = (says: string, next: string): Refusal => ({
  class: 'conflict',
  says,
  next,
});

export const RECORD_AS_DONE = 'If it has already happened, record it as done with a reason.';
