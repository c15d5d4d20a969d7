import type { RejectionCode } from '../../../src/domain/rejection.js';
import type { Submitted } from '../../support/pure-register.js';

/** What is asked of the rules so that they refuse it with the code. */
export type RefusedStories = Partial<Record<RejectionCode, () => Submitted>>;
