import type { LoggerService } from '@nestjs/common';
import type { ProcessLog } from './process-log.js';

/** Nest's own messages, of which only warnings and errors matter to an operator. */
export function nestLog(log: ProcessLog): LoggerService {
  return {
    log: () => undefined,
    verbose: () => undefined,
    debug: () => undefined,
    warn: (_message: unknown, ...rest: unknown[]) => {
      log.warn('framework warning', { component: contextOf(rest) });
    },
    error: (message: unknown, ...rest: unknown[]) => {
      log.error('framework error', { component: contextOf(rest), error: message });
    },
    fatal: (message: unknown, ...rest: unknown[]) => {
      log.error('framework error', { component: contextOf(rest), error: message });
    },
  };
}

/** Nest gives the name of the class that speaks as the last argument. */
function contextOf(rest: readonly unknown[]): string {
  const last = rest.at(-1);
  return typeof last === 'string' && !last.includes('\n') ? last : 'nest';
}
