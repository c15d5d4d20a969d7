import { Controller, Get, Header, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CheckpointUnavailable, Checkpoints } from '../../ledger/checkpoints.js';
import { PublishedLog } from '../../ledger/published-log.js';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiProduces, ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import {
  ConsistencyDto,
  ConsistencyQueryDto,
  InclusionDto,
  InclusionQueryDto,
} from './evidence.dto.js';

const TEXT = 'text/plain; charset=utf-8';
const BYTES = 'application/octet-stream';
const LINE = /^\d{1,15}$/;
const PARTIAL = '.p/';
const UNSIGNED_RETRY_SECONDS = 2;
/** A full tile never changes. It is for its reader alone: leaves are no public matter. */
const FOR_EVER = 'private, max-age=31536000, immutable';

/** What others need to check a site's ledger without us: checkpoint, key, tiles (C2SP tlog-tiles), and proofs. */
@ApiTags('evidence')
@Controller('api/sites/:site')
export class EvidenceController {
  constructor(
    @Inject(Checkpoints) private readonly checkpoints: Checkpoints,
    @Inject(PublishedLog) private readonly log: PublishedLog,
  ) {}

  @Get('checkpoint')
  @Header('content-type', TEXT)
  @ApiProduces('text/plain')
  @Endpoint({
    says: 'The signed head over every line recorded so far',
    more: 'A signed note, as in c2sp.org/tlog-checkpoint.',
    params: SITE_PARAM,
  })
  async checkpoint(@Asked() { site }: Asking): Promise<string> {
    return found(await signed(this.checkpoints.now(site))).note;
  }

  @Get('log.vkey')
  @Header('content-type', TEXT)
  @ApiProduces('text/plain')
  @Endpoint({
    says: 'The key that verifies the checkpoints of this ledger',
    more: 'A vkey, as in c2sp.org/signed-note; line 0 of the ledger names the same.',
    params: SITE_PARAM,
  })
  async vkey(@Asked() { site }: Asking): Promise<string> {
    return `${found(await this.checkpoints.verifierKey(site))}\n`;
  }

  @Get('tile/*')
  @ApiProduces(BYTES)
  @Endpoint({
    says: 'A tile of hashes, or a bundle of entries',
    more: 'Paths as in c2sp.org/tlog-tiles: tile/0/000, tile/entries/x001/234.p/17. Entries hold no personal data.',
    params: { ...SITE_PARAM, '*': 'Path of the tile, without "tile/"' },
  })
  async tile(
    @Asked() { site }: Asking,
    @Param('*') path: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const name = `tile/${path}`;
    const bytes = found(await this.log.tile(site, name));
    reply.header('content-type', BYTES);
    if (!name.includes(PARTIAL)) reply.header('cache-control', FOR_EVER);
    return Buffer.from(bytes);
  }

  @Get('proofs/inclusion')
  @Endpoint({
    says: 'The proof that a line is in the ledger of a size',
    params: SITE_PARAM,
    answers: InclusionDto,
  })
  async inclusion(
    @Asked() { site }: Asking,
    @Query() { line, size }: InclusionQueryDto,
  ): Promise<InclusionDto> {
    const asked = { line: Number(line), ...(size === undefined ? {} : { size: Number(size) }) };
    return new InclusionDto(found(await signed(this.log.inclusion(site, asked))));
  }

  @Get('proofs/consistency')
  @Endpoint({
    says: 'The proof that the ledger of one size begins with that of another',
    params: SITE_PARAM,
    answers: ConsistencyDto,
  })
  async consistency(
    @Asked() { site }: Asking,
    @Query() { from, to }: ConsistencyQueryDto,
  ): Promise<ConsistencyDto> {
    const asked = { from: Number(from), to: Number(to) };
    return new ConsistencyDto(found(await signed(this.log.consistency(site, asked))));
  }

  @Get('entries/:line/proof')
  @Header('content-type', TEXT)
  @ApiProduces('text/plain')
  @Endpoint({
    says: 'The proof of a line with the checkpoint that it leads to, in one text',
    more: 'As in c2sp.org/tlog-proof.',
    params: { ...SITE_PARAM, line: 'Number of the line' },
  })
  async proof(@Asked() { site }: Asking, @Param('line') line: string): Promise<string> {
    if (!LINE.test(line)) throw Problem.of('record.not-found');
    return found(await signed(this.log.proof(site, Number(line))));
  }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw Problem.of('record.not-found');
  return value;
}

/** What nobody may or can sign now is not an error of the client's, and not one of this program's either. */
async function signed<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof CheckpointUnavailable)) throw error;
    throw Problem.of('checkpoint.unavailable', {
      retryAfterSeconds: UNSIGNED_RETRY_SECONDS,
      cause: error,
    });
  }
}
