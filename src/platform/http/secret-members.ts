import { PASSWORD_LIMITS, PIN_LIMITS } from '../identity/secrets.js';
import { Coded, Line } from './members.js';

const PIN = new RegExp(`^\\d{${PIN_LIMITS.min},${PIN_LIMITS.max}}$`);
const NEW_PASSWORD = new RegExp(`^[^\\n]{${PASSWORD_LIMITS.min},${PASSWORD_LIMITS.max}}$`, 'u');

interface Options {
  readonly says: string;
  readonly optional?: boolean;
}

/** A password to be compared with the one that is kept. */
export const Password = (options: Options): PropertyDecorator =>
  Line({ ...options, max: PASSWORD_LIMITS.max });

/** A password to be kept from now on. */
export const NewPassword = (options: Options): PropertyDecorator =>
  Coded({
    ...options,
    pattern: NEW_PASSWORD,
    form: `a password of ${PASSWORD_LIMITS.min} to ${PASSWORD_LIMITS.max} characters`,
  });

/** A PIN, old or new. */
export const Pin = (options: Options): PropertyDecorator =>
  Coded({
    ...options,
    pattern: PIN,
    form: `a PIN of ${PIN_LIMITS.min} to ${PIN_LIMITS.max} digits`,
  });

/** The name that a person signs in with. */
export const SignInName = (options: Options): PropertyDecorator =>
  Coded({
    ...options,
    pattern: /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,62}[\p{L}\p{N}]$/u,
    form: 'a sign-in name of 3 to 64 letters, digits and . _ @ -',
    example: 'nina.cole',
  });
