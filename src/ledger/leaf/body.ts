import { REASONS } from '../../domain/request.js';
import type { Kind, Request, RequestHead } from '../../domain/request.js';
import { as, list, nullable, oneOf, text } from './codec.js';
import type { Fields } from './codec.js';

/**
 * A request as `body.request` holds it. Its kind and its time stand in the leaf's header, and its personal fields are
 * commitments there.
 */
export type BodyOf<K extends Kind> = BodyWithin<Request, K>;
type BodyWithin<R, K> = R extends { readonly kind: infer Own }
  ? K extends Own
    ? Omit<R, 'kind' | 'occurredAt' | 'personal'>
    : never
  : never;

/** What every request says. */
export const HEAD: Fields<Pick<RequestHead, 'posture' | 'reason' | 'confirmed'>> = {
  posture: as('posture', oneOf('intended', 'done')),
  reason: as('reason', nullable(oneOf(...REASONS))),
  confirmed: as('confirmed', list(text)),
};
