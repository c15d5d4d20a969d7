/** Turns bodies and queries into DTOs, or says which member is wrong without repeating what was sent. */
import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from '@nestjs/common';
import * as transformerPackage from 'class-transformer';
import * as validatorPackage from 'class-validator';
import { Problem } from './problem.js';
import type { FieldError } from './problem.js';

const MOST_ERRORS = 20;
const LONGEST_NAME = 60;

/** The one pipe of the application. What a DTO does not name is refused; nothing is converted. */
export function strictValidation(path = ''): ValidationPipe {
  return new ValidationPipe({
    // Given, not searched for: in a bundle there is nothing to be found.
    transformerPackage,
    validatorPackage,
    transform: true,
    transformOptions: { enableImplicitConversion: false, exposeDefaultValues: true },
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      Problem.of('request.invalid', { errors: flatten(errors, path).slice(0, MOST_ERRORS) }),
  });
}

/** A DTO of a value that stands inside a body, checked like a body; `path` says where it stands. */
export async function validated<Dto extends object>(
  dto: new () => Dto,
  value: unknown,
  path: string,
): Promise<Dto> {
  const made: unknown = await strictValidation(path).transform(value, {
    type: 'body',
    metatype: dto,
  });
  if (!(made instanceof dto)) throw new Error('validation made something else than was asked for');
  return made;
}

function flatten(errors: readonly ValidationError[], path: string): readonly FieldError[] {
  return errors.flatMap((error) => {
    const field = `${path}${printable(error.property)}`;
    const own = Object.entries(error.constraints ?? {}).map(([name, says]) => ({
      field,
      // The sentence of this constraint repeats the name as it was sent.
      says: name === 'whitelistValidation' ? 'is not a member of this request' : says,
    }));
    return [...own, ...flatten(error.children ?? [], `${field}.`)];
  });
}

/** A member's name may come from outside: shown short, and in plain characters only. */
function printable(name: string): string {
  const plain = name.replace(/[^\w.-]/g, '?');
  return plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME)}…` : plain;
}
