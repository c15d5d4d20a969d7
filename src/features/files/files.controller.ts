import { Controller, Get, Inject, Param, Post, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FileStore, MEDIA_TYPES } from '../../platform/files/file-store.js';
import { readUpload } from '../../platform/files/upload.js';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import { AccessJournal } from '../../platform/journal/access-journal.js';
import { StoredFileDto } from './files.dto.js';

const EXTENSIONS = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/tiff': 'tif',
} as const;

/** Files that entries name by their hash. */
@ApiTags('files')
@Controller('api/sites/:site/files')
export class FilesController {
  constructor(
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(AccessJournal) private readonly journal: AccessJournal,
  ) {}

  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @Endpoint({
    says: 'Upload a file',
    more: 'PDF, PNG, JPEG or TIFF, up to 20 MiB. It is removed after a day unless an entry names it by then.',
    status: 201,
    params: SITE_PARAM,
    answers: StoredFileDto,
  })
  async upload(@Asked() asking: Asking, @Req() request: FastifyRequest): Promise<StoredFileDto> {
    const { person, site, address } = asking;
    const stored = await this.files.store(site, await readUpload(request), person);
    await this.journal.write({ kind: 'file-stored', person, site, about: [stored.hash], address });
    return new StoredFileDto(stored);
  }

  @Get(':file')
  @ApiProduces(...MEDIA_TYPES)
  @Endpoint({
    says: 'A file as it was uploaded',
    params: { ...SITE_PARAM, file: 'SHA-256 of the file, in hexadecimal' },
  })
  async download(@Asked() asking: Asking, @Param('file') hash: string): Promise<StreamableFile> {
    const { person, site, address } = asking;
    const found = await this.files.read(site, hash);
    if (found === undefined) throw Problem.of('file.not-found');
    await this.journal.write({ kind: 'file-seen', person, site, about: [hash], address });
    return new StreamableFile(found.bytes, {
      type: found.mediaType,
      // Never opened inside a page of ours.
      disposition: `attachment; filename="${hash}.${EXTENSIONS[found.mediaType]}"`,
    });
  }
}
