import type { LoggerService } from '@nestjs/common';
import type { ProcessLog } from './process-log.js';

/** What the application itself speaks as, when it listens. */
const APPLICATION = 'NestApplication';

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
      const component = contextOf(rest);
      // A port that is in use is thrown as well, and told in a sentence by whoever started the application.
      if (component !== APPLICATION) log.error('framework error', { component, error: message });
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
