import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ProcessLog } from '../process-log.js';
import { siteOf } from './access.guard.js';

/** Numbers requests: unique among instances and restarts, short enough to read aloud. */
export function requestNumbers(): () => string {
  const run = randomBytes(4).toString('hex');
  let number = 0;
  return () => {
    number += 1;
    return `${run}-${number}`;
  };
}

/**
 * One line for each request: method, route as the code names it, status, time taken, and the opaque ids of person and
 * site. Never the address as it was asked, a header or a body. The answer names the same number in `x-request-id`.
 */
export function logRequests(instance: FastifyInstance, log: ProcessLog): void {
  instance.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    reply.header('cache-control', 'no-store');
    done();
  });
  instance.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const site = siteOf(request);
    const fields = {
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
      ...(request.session == null ? {} : { person: request.session.person }),
      ...(site === undefined ? {} : { ledger: site }),
    };
    // Whoever watches the service asks every few seconds.
    log[route.startsWith('/api/health/') ? 'debug' : 'info']('request', fields);
    done();
  });
}
