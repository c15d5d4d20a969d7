/** What kept the program from starting, for tests and for exit messages. The sentence is for people. */
export type StartProblem =
  | 'settings'
  | 'data-folder'
  | 'data-folder-busy'
  | 'disk-full'
  | 'no-binaries'
  | 'no-account'
  | 'cluster-version'
  | 'cluster-missing'
  | 'cluster-damaged'
  | 'database-start'
  | 'database-unreachable'
  | 'database-newer'
  | 'database-busy'
  | 'database-role'
  | 'database-settings'
  | 'address';

/**
 * The program cannot start, for a reason outside it. The message says what is wrong and what to do about it, and is
 * printed without a stack. Anything else that is thrown while starting is a bug and prints one.
 */
export class StartError extends Error {
  override readonly name = 'StartError';

  constructor(
    readonly problem: StartProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The `code` of an error from the operating system or from PostgreSQL; undefined for anything else. */
export function codeOf(error: unknown): string | undefined {
  if (error === null || typeof error !== 'object' || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  // A connection tried on several addresses fails with an AggregateError, whose own message is empty.
  if (error instanceof AggregateError && error.message === '') {
    return error.errors.map((each) => messageOf(each)).join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}
