import type { Context } from '../decision.js';
import type { Loss, LossHistory, LossStep } from '../losses/loss.js';
import type { LossRequest } from '../request.js';

export type Step<T extends LossStep['type']> = Extract<LossStep, { readonly type: T }>;

/** One step of a loss, with what it is a step of. */
export interface StepOf<T extends LossStep['type']> {
  readonly request: LossRequest;
  readonly step: Step<T>;
  readonly context: Context;
  /** The loss before this line, with this line already in its timeline. */
  readonly before: Loss;
}

export const historyOf = (context: Context): LossHistory =>
  context.book.find('loss-history', 'all') ?? { noun: 'loss-history', id: 'all', losses: [] };
