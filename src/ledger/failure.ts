import { codeOf, messageOf } from '../platform/start-error.js';

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

/** Serialisation failure, deadlock, a server that stops, starts or is no longer the primary, or a connection that broke. */
export function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  if (code === undefined) return BROKEN.test(messageOf(error));
  return (
    code === '40001' ||
    code === '40P01' ||
    code === '25006' ||
    code.startsWith('57P0') ||
    code.startsWith('08') ||
    CONNECTION_LOST.has(code)
  );
}

/** The server has no disk, memory or connection left, or its disk fails: nobody is helped by trying again at once. */
export function isExhausted(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && (code.startsWith('53') || code === '58030');
}

/** A lock was not free in time. */
export function isLockTimeout(error: unknown): boolean {
  return codeOf(error) === '55P03';
}
