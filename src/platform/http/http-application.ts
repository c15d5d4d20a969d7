/** What every request meets before it reaches a door, and what every answer carries. */
import cookie from '@fastify/cookie';
import type { NestApplicationOptions } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyServerOptions } from 'fastify';
import type { ProcessLog } from '../process-log.js';
import { acceptUploads } from '../files/upload.js';
import { PROCESS_LOG } from '../platform.module.js';
import { AccessGuard, compareEndpointsWithRights } from './access.guard.js';
import { Documentation } from './documentation.js';
import { readJsonBodies, BODY_LIMIT_BYTES } from './json-body.js';
import { ProblemFilter } from './problem.filter.js';
import { logRequests, requestNumbers } from './request-log.js';
import { strictValidation } from './validation.js';

const LONGEST_PARAMETER = 100;
/** A client that sends its request more slowly is cut off. */
const REQUEST_LIMIT_MS = 30_000;
const KEEP_ALIVE_MS = 65_000;

/** Options of the HTTP server. */
export function serverOptions(log: ProcessLog): FastifyServerOptions {
  const filter = new ProblemFilter(log);
  return {
    bodyLimit: BODY_LIMIT_BYTES,
    exposeHeadRoutes: false,
    requestTimeout: REQUEST_LIMIT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    genReqId: requestNumbers(),
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    // A malformed address is refused before any hook or filter runs.
    frameworkErrors: (error, request, reply) => {
      filter.answer(error, request, reply);
    },
  };
}

/** Options of the application: bodies are read by our own reader alone. */
export const APPLICATION_OPTIONS = {
  bodyParser: false,
  return503OnClosing: true,
} as const satisfies Partial<NestApplicationOptions>;

/**
 * Puts the guard, the pipe, the filter and the headers in their places. To be called once the application is made and
 * before it listens.
 */
export function prepareHttp(app: NestFastifyApplication): void {
  const log = app.get<ProcessLog>(PROCESS_LOG);
  const instance = app.getHttpAdapter().getInstance();
  instance.decorateRequest('session', null);
  compareEndpointsWithRights(instance);
  readJsonBodies(instance);
  logRequests(instance, log);
  void app.register(cookie);
  acceptUploads(app);
  app.useSecurityHeaders({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: "'self'",
        baseUri: "'none'",
        formAction: "'self'",
        frameAncestors: "'none'",
        imgSrc: ["'self'", 'data:'],
        objectSrc: "'none'",
      },
    },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
  });
  // Another origin's page cannot write here: Sec-Fetch-Site and Origin are compared with our own host.
  app.enableCsrfProtection();
  app.useGlobalFilters(new ProblemFilter(log));
  app.useGlobalPipes(strictValidation());
  app.useGlobalGuards(app.get(AccessGuard));
  app.get(Documentation).describe(app);
}
