/** Nothing was recorded, and trying again later may succeed. */
export class LedgerUnavailable extends Error {
  override readonly name = 'LedgerUnavailable';
}

const CONNECTION_LOST = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
]);

/** What the driver says, without a code, when a connection breaks under it. */
const BROKEN =
  /Connection terminated|not queryable|connection error|Client was closed|timeout exceeded when trying to connect|timeout expired/i;

/** Serialisation failure, deadlock, a server that stops or starts, or a connection that broke. */
export function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  if (code === undefined) return error instanceof Error && BROKEN.test(error.message);
  return (
    code === '40001' ||
    code === '40P01' ||
    code.startsWith('57P0') ||
    code.startsWith('08') ||
    CONNECTION_LOST.has(code)
  );
}

/** A lock was not free in time. */
export function isLockTimeout(error: unknown): boolean {
  return codeOf(error) === '55P03';
}

function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
}
