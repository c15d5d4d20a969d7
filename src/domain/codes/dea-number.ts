/**
 * DEA registration numbers: two letters (or a letter and 9), six digits and a check digit, with an
 * institution's own code for a practitioner after a hyphen.
 *
 * A number that passes is well formed, no more: it says nothing about whether the registration
 * exists, is in force, or covers a schedule. Business activity, schedules and expiry are read from
 * the certificate into fields of their own; nothing may be concluded from a letter, because
 * published tables of the first letter contradict each other.
 */

/** In capitals, with the suffix if one was given: "AB1234563", "AB1234563-A12". */
export type DeaNumber = string & { readonly __deaNumber: unique symbol };

/** Reasons to ask "is this right?". None of them refuses the number. */
export type DeaWarning =
  /** The first letter is in no published table. */
  | 'first-letter-unknown'
  /** X marked a kind of registration that is no longer issued. */
  | 'first-letter-withdrawn'
  /**
   * The second letter begins no word of the registrant's name. A change of name makes that
   * legitimate.
   */
  | 'second-letter-differs';

export type DeaNumberReading =
  | {
      readonly kind: 'valid';
      readonly number: DeaNumber;
      /** Without the suffix: what two practitioners of one institution share. */
      readonly registration: string;
      readonly suffix: string | undefined;
      readonly warnings: readonly DeaWarning[];
    }
  | {
      readonly kind: 'malformed';
      /**
       * Index of the first character that cannot stand there, or the length of a text that ends too
       * soon.
       */
      readonly position: number;
      readonly expected: string;
    }
  | {
      readonly kind: 'check-digit';
      readonly position: number;
      readonly expected: number;
      readonly found: number;
    };

const KNOWN_FIRST_LETTERS = new Set('ABCDEFGHJKLMNPRSTUX');
const WITHDRAWN_FIRST_LETTER = 'X';
const CHECK_DIGIT_INDEX = 8;
const LONGEST_SUFFIX = 10;

/**
 * Reads a DEA number. Small letters are accepted, and spaces around it. With the registrant's name
 * the second letter is compared too.
 */
export function readDeaNumber(text: string, registrantName?: string): DeaNumberReading {
  const lead = text.length - text.trimStart().length;
  // Only a to z are raised: other letters must not turn into ones that pass.
  const given = text.trim().replace(/[a-z]/g, (letter) => letter.toUpperCase());
  const flaw = findFlaw(given);
  if (flaw !== undefined) return { ...flaw, kind: 'malformed', position: flaw.position + lead };
  const expected = deaCheckDigit(given.slice(2, CHECK_DIGIT_INDEX));
  const found = Number(given[CHECK_DIGIT_INDEX]);
  if (expected !== found) {
    return { kind: 'check-digit', position: CHECK_DIGIT_INDEX + lead, expected, found };
  }
  return {
    kind: 'valid',
    number: given as DeaNumber,
    registration: given.slice(0, CHECK_DIGIT_INDEX + 1),
    suffix: given.length > CHECK_DIGIT_INDEX + 1 ? given.slice(CHECK_DIGIT_INDEX + 2) : undefined,
    warnings: warningsAbout(given, registrantName),
  };
}

/** The units digit of (d1 + d3 + d5) + 2 * (d2 + d4 + d6). The caller gives six digits. */
export function deaCheckDigit(sixDigits: string): number {
  let total = 0;
  for (let i = 0; i < 6; i += 1) total += Number(sixDigits[i]) * (i % 2 === 0 ? 1 : 2);
  return total % 10;
}

function findFlaw(
  given: string,
): { readonly position: number; readonly expected: string } | undefined {
  for (let i = 0; i <= CHECK_DIGIT_INDEX; i += 1) {
    const [form, expected] = formAt(i);
    if (!form.test(given[i] ?? '')) return { position: i, expected };
  }
  const rest = given.slice(CHECK_DIGIT_INDEX + 1);
  if (rest === '') return undefined;
  if (!rest.startsWith('-')) {
    return { position: CHECK_DIGIT_INDEX + 1, expected: 'a hyphen before the suffix, or the end' };
  }
  const suffix = rest.slice(1);
  const wrong = suffix.search(/[^A-Z0-9]/);
  const position = CHECK_DIGIT_INDEX + 2;
  if (wrong >= 0) return { position: position + wrong, expected: 'a letter or digit' };
  if (suffix === '') return { position, expected: 'a letter or digit' };
  if (suffix.length > LONGEST_SUFFIX) {
    return {
      position: position + LONGEST_SUFFIX,
      expected: `at most ${LONGEST_SUFFIX} characters`,
    };
  }
  return undefined;
}

function formAt(index: number): readonly [RegExp, string] {
  if (index === 0) return [/^[A-Z]$/, 'a letter'];
  if (index === 1) return [/^[A-Z9]$/, 'a letter or 9'];
  return [/^[0-9]$/, 'a digit'];
}

function warningsAbout(given: string, registrantName: string | undefined): readonly DeaWarning[] {
  const [first = '', second = ''] = given;
  const warnings: DeaWarning[] = [];
  if (!KNOWN_FIRST_LETTERS.has(first)) warnings.push('first-letter-unknown');
  if (first === WITHDRAWN_FIRST_LETTER) warnings.push('first-letter-withdrawn');
  if (registrantName !== undefined && second !== '9') {
    // Accents are taken off, so that Öztürk begins with O.
    const plain = registrantName.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
    const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
    if (!words.some((word) => word.startsWith(second))) warnings.push('second-letter-differs');
  }
  return warnings;
}
