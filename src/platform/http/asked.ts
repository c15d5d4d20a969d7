import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asId } from '../../domain/ids.js';
import type { EntryId, LedgerId, PersonId } from '../../domain/ids.js';
import type { Session } from '../identity/sessions.js';
import { siteOf } from './access.guard.js';
import { Problem } from './problem.js';

/** Who asks, from where, and about which site: what a door knows beside the body. */
export class Asking {
  readonly session: Session;
  /** Network address. */
  readonly address: string;
  readonly #request: FastifyRequest;

  constructor(request: FastifyRequest) {
    if (request.session === null) throw new Error('an endpoint for anyone asked who is signed in');
    this.session = request.session;
    this.address = request.ip;
    this.#request = request;
  }

  get person(): PersonId {
    return this.session.person;
  }

  /** The site that the address names; the guard has seen that it exists. */
  get site(): LedgerId {
    const site = siteOf(this.#request);
    if (site === undefined) throw new Error('the address of this endpoint names no site');
    return site;
  }
}

/** The same, for an act that becomes an entry. */
export class AskingToRecord extends Asking {
  /** The Idempotency-Key: made by the client before its first try, and the entry's id for ever. */
  readonly entry: EntryId;
  readonly #reply: FastifyReply;

  constructor(request: FastifyRequest, reply: FastifyReply) {
    super(request);
    this.entry = keyOf(request);
    this.#reply = reply;
  }

  /** Tells the client that an earlier try had recorded it. */
  sayReplayed(): void {
    void this.#reply.header('idempotent-replayed', 'true');
  }
}

/** `@Asked() asking: Asking`, on an endpoint for signed-in people. */
export const Asked = createParamDecorator(
  (_: unknown, context: ExecutionContext): Asking =>
    new Asking(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** `@AskedToRecord() asking: AskingToRecord`; a request without its key is refused. */
export const AskedToRecord = createParamDecorator(
  (_: unknown, context: ExecutionContext): AskingToRecord => {
    const http = context.switchToHttp();
    return new AskingToRecord(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  },
);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The Idempotency-Key of a request: one UUID. */
export function keyOf(request: FastifyRequest): EntryId {
  const key = request.headers['idempotency-key'];
  const lower = typeof key === 'string' ? key.toLowerCase() : '';
  if (!UUID.test(lower)) throw Problem.of('request.key-missing');
  return asId(lower);
}
