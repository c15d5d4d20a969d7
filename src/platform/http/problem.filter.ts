import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProcessLog } from '../process-log.js';
import { codeOf } from '../start-error.js';
import { Problem } from './problem.js';
import type { ProblemCode } from './problems.js';

const STORAGE_RETRY_SECONDS = 2;
const STOPPING_RETRY_SECONDS = 5;

/** Answers whatever was thrown with a problem document. What we did not expect is logged, and nothing of it is told. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: ProcessLog) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also for errors that arise before a route is found. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = problemOf(error);
    if (problem.status >= 500) {
      this.log[problem.status === 500 ? 'error' : 'warn']('request failed', {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: problem.status,
        code: problem.code,
        error: problem.cause ?? error,
      });
    }
    // The answer has begun: it can only be cut off, so that nobody takes half of it for the whole.
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    if (problem.retryAfterSeconds !== undefined) {
      reply.header('retry-after', problem.retryAfterSeconds);
    }
    if (problem.status === 401) reply.header('www-authenticate', 'Session realm="countersign"');
    reply
      .status(problem.status)
      .header('content-type', 'application/problem+json')
      .header('cache-control', 'no-store')
      // As bytes: a text would be given a charset, which this media type does not have.
      .send(Buffer.from(JSON.stringify(problem.document)));
  }
}

/** What an error means to the person who asked. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = databaseProblem(error);
  if (code !== undefined) {
    return Problem.of(code, { retryAfterSeconds: STORAGE_RETRY_SECONDS, cause: error });
  }
  const status = statusOf(error);
  if (status === 503) {
    return Problem.of('service.stopping', { retryAfterSeconds: STOPPING_RETRY_SECONDS });
  }
  return status !== undefined && status >= 400 && status < 500
    ? Problem.of(BY_STATUS[status] ?? 'request.refused')
    : Problem.of('service.error', { cause: error });
}

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  403: 'request.foreign-origin',
  404: 'request.not-found',
  405: 'request.method-not-allowed',
  408: 'request.timeout',
  413: 'request.too-large',
  414: 'request.address-too-long',
  415: 'request.media-type',
};

/** Nest's exceptions and Fastify's errors both carry a status. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status: unknown = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined;
  return typeof status === 'number' ? status : undefined;
}

const UNREACHABLE = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT'];

/**
 * The database is away, full or shutting down: SQLSTATE classes 08 (connection), 53 (resources) and 57P (operator), or the
 * connection itself. Everything else from it is a bug of ours.
 */
function databaseProblem(error: unknown): ProblemCode | undefined {
  const cause: unknown =
    error instanceof Error ? (Reflect.get(error, 'driverError') ?? error) : error;
  const code = codeOf(cause);
  if (code !== undefined) {
    const isAway = /^(08|53|57P)/.test(code) || UNREACHABLE.includes(code);
    return isAway ? 'service.storage' : undefined;
  }
  // The driver's own words, which carry no code, for a connection that broke or never came.
  const words = cause instanceof Error ? cause.message : '';
  return /^(Connection terminated|timeout expired|timeout exceeded when trying)/i.test(words)
    ? 'service.storage'
    : undefined;
}
