import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiExcludeController } from '../http/described.js';
import { Problem } from '../http/problem.js';
import { WebFiles } from './web-files.js';
import type { WebFile } from './web-files.js';

const FOREVER = 'public, max-age=31536000, immutable';
/** An address of a screen: words and ids, and nothing that looks like a file. */
const SCREEN = /^(?!api(\/|$))[a-z0-9-]+(\/[A-Za-z0-9-]+){0,3}$/;

/** The application for the browser: its files, and its page at the address of every screen. */
@ApiExcludeController()
@Controller()
export class WebController {
  constructor(@Inject(WebFiles) private readonly files: WebFiles) {}

  @Get()
  start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    send(this.files.page(), request, reply);
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
    const isFile = path === 'mark.svg';
    if (!isFile && !SCREEN.test(path)) throw Problem.of('request.not-found');
    send(isFile ? this.files.file(path) : this.files.page(), request, reply);
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
