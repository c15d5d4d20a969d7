import type { Proof } from '../identity/sign-in.js';
import { Problem } from './problem.js';
import { Password, Pin } from './secret-members.js';

/** A password or a PIN: one of the two. */
export class ProofDto {
  @Password({ says: 'Password', optional: true })
  password?: string | null;

  @Pin({ says: 'PIN', optional: true })
  pin?: string | null;
}

export function readProof({ password, pin }: ProofDto): Proof {
  if (password != null && pin == null) return { method: 'password', secret: password };
  if (pin != null && password == null) return { method: 'pin', secret: pin };
  throw Problem.of('request.invalid', {
    errors: [{ field: 'password', says: 'either a password or a PIN is needed, not both' }],
  });
}
