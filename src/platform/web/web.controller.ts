import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiExcludeController } from '../http/described.js';
import { Cookies } from '../http/cookies.js';
import { Problem } from '../http/problem.js';
import { WebFiles } from './web-files.js';
import type { WebFile } from './web-files.js';

const FOREVER = 'public, max-age=31536000, immutable';
/** An address of a screen: words and ids, and nothing that looks like a file. */
const SCREEN = /^(?!api(\/|$))[a-z0-9-]+(\/[A-Za-z0-9-]+){0,3}$/;

/**
 * What the application asks first. The browser begins with it when the page comes, and not only when the scripts have come
 * and run; who has no session is not told to ask for what would be refused.
 */
const FIRST_READS = ['/api/setup', '/api/session'];
const FIRST_READS_OF_A_SESSION = ['/api/sites', '/api/people'];

/** The application for the browser: its files, and its page at the address of every screen. */
@ApiExcludeController()
@Controller()
export class WebController {
  constructor(
    @Inject(WebFiles) private readonly files: WebFiles,
    @Inject(Cookies) private readonly cookies: Cookies,
  ) {}

  @Get()
  start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.#sendPage(request, reply);
  }

  @Get('assets/:asset')
  asset(
    @Param('asset') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    send(this.files.file(`assets/${name}`), request, reply);
  }

  @Get('*')
  screen(
    @Param('*') path: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    if (path === 'mark.svg') send(this.files.file(path), request, reply);
    else if (SCREEN.test(path)) this.#sendPage(request, reply);
    else throw Problem.of('request.not-found');
  }

  #sendPage(request: FastifyRequest, reply: FastifyReply): void {
    const hasSession = this.cookies.session(request) !== undefined;
    const reads = [...FIRST_READS, ...(hasSession ? FIRST_READS_OF_A_SESSION : [])];
    const links = reads.map((address) => `<${address}>; rel=preload; as=fetch; crossorigin`);
    void reply.header('link', links.join(', '));
    send(this.files.page(), request, reply);
  }
}

function send(file: WebFile | undefined, request: FastifyRequest, reply: FastifyReply): void {
  if (file === undefined) throw Problem.of('request.not-found');
  void reply
    .header('cache-control', file.isImmutable ? FOREVER : 'no-cache')
    .header('etag', file.tag)
    .header('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === file.tag) {
    void reply.status(304).send();
    return;
  }
  void reply.header('content-type', file.type);
  const takesBrotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
  if (takesBrotli && file.compressed !== undefined) {
    void reply.header('content-encoding', 'br').send(file.compressed);
  } else {
    void reply.send(file.content);
  }
}
