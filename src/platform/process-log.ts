/**
 * The log of the running program: one JSON object a line, for whoever operates it. It is not the ledger.
 *
 * It never holds personal data. Fields are a closed list, checked by the compiler and again when written; texts of
 * errors from the database are left out, because PostgreSQL repeats the values of a row in them; the address of a
 * request is its route ("/api/sites/:site/draws"), never what was asked for.
 */
import { pino, type DestinationStream } from 'pino';
import { codeOf, messageOf } from './start-error.js';

/** What a line may say beside its event. */
export interface LogFields {
  /** Of the HTTP request that caused the line. */
  readonly requestId?: string;
  readonly method?: string;
  /** The route's pattern, never the address with its values. */
  readonly route?: string;
  readonly status?: number;
  readonly durationMs?: number;
  /** A published code: of a rejection, of a problem, or an SQLSTATE. */
  readonly code?: string;
  /** Opaque ids. */
  readonly ledger?: string;
  readonly person?: string;
  readonly sequence?: number;
  readonly size?: number;
  readonly process?: number;
  readonly signal?: string;
  readonly component?: string;
  readonly version?: string;
  /** A sentence that our own code wrote, with no value from outside. */
  readonly detail?: string;
  readonly error?: unknown;
}

/** Levels, from the most to the least talkative. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Writes lines. The event is a short fixed text: "service started". */
export interface ProcessLog {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

const FIELD_NAMES: Readonly<Record<keyof LogFields, true>> = {
  requestId: true,
  method: true,
  route: true,
  status: true,
  durationMs: true,
  code: true,
  ledger: true,
  person: true,
  sequence: true,
  size: true,
  process: true,
  signal: true,
  component: true,
  version: true,
  detail: true,
  error: true,
};

/** A log that writes to a stream, standard error by default. */
export function createProcessLog(
  options: { readonly level?: LogLevel; readonly destination?: DestinationStream } = {},
): ProcessLog {
  const destination = options.destination ?? pino.destination({ fd: 2, sync: true });
  const logger = pino(
    {
      level: options.level ?? 'info',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      messageKey: 'event',
    },
    destination,
  );
  return {
    debug: (event, fields) => {
      if (logger.isLevelEnabled('debug')) logger.debug(cleared(fields), event);
    },
    info: (event, fields) => {
      logger.info(cleared(fields), event);
    },
    warn: (event, fields) => {
      logger.warn(cleared(fields), event);
    },
    error: (event, fields) => {
      logger.error(cleared(fields), event);
    },
  };
}

/** A log that says nothing. */
export const silentLog: ProcessLog = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

function cleared(fields: LogFields = {}): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!Object.hasOwn(FIELD_NAMES, name) || value === undefined) continue;
    kept[name] = name === 'error' ? describeError(value) : value;
  }
  return kept;
}

/** What may be told about an error: where it was thrown and its codes; its words only when they are not the database's. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = codeOf(error);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const described: Record<string, unknown> = {
    kind: error.name,
    ...(code === undefined ? {} : { code }),
    at: frames.slice(0, 12).map((line) => line.trim()),
  };
  if (isFromDatabase(error)) {
    for (const name of ['severity', 'schema', 'table', 'constraint', 'routine']) {
      const value: unknown =
        Reflect.get(error, name) ?? Reflect.get(Object(Reflect.get(error, 'driverError')), name);
      if (typeof value === 'string') described[name] = value;
    }
  } else if (hasOwnWords(error)) {
    described['message'] = messageOf(error);
  }
  if (error.cause instanceof Error) described['cause'] = describeError(error.cause);
  return described;
}

function isFromDatabase(error: Error): boolean {
  // node-postgres gives `routine`; TypeORM wraps it as `driverError` and repeats its text and parameters.
  return 'routine' in error || 'driverError' in error || error.name === 'QueryFailedError';
}

// Not SyntaxError: JSON.parse quotes what it could not read, which is a request's body.
const OWN_WORDS = ['Error', 'TypeError', 'RangeError', 'ReferenceError', 'StartError'];

function hasOwnWords(error: Error): boolean {
  return OWN_WORDS.includes(error.name) || 'syscall' in error;
}
